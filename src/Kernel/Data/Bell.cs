using System.Collections.Concurrent;

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

using Npgsql;

namespace Percurso.Kernel.Data;

/// <summary>
/// What one node tells the others, through PostgreSQL's LISTEN/NOTIFY: that there is something to look at, and at most an id.
/// A ring may be missed (a connection can break), so whoever waits for one also looks from time to time.
/// </summary>
public sealed class Bell(NpgsqlDataSource source, ILogger<Bell> log) : BackgroundService
{
    const string Channel = "percurso";

    readonly ConcurrentDictionary<string, TaskCompletionSource> next = new();

    /// <summary>Completes when the named bell is rung next, on any node. Take it before you look, and no ring is lost.</summary>
    public Task Next(string name) => next.GetOrAdd(name, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Rings on every node. Inside a transaction the ring is heard when it commits.</summary>
    public async Task RingAsync(string name, CancellationToken cancel)
    {
        await using var ring = source.CreateCommand("select pg_notify($1, $2)");
        ring.Parameters.AddWithValue(Channel);
        ring.Parameters.AddWithValue(name);
        await ring.ExecuteNonQueryAsync(cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception lost) when (lost is NpgsqlException or IOException)
            {
                log.LogWarning("The connection that hears other nodes broke ({Reason}); opening another.", lost.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    async Task ListenAsync(CancellationToken cancel)
    {
        await using var ear = await source.OpenConnectionAsync(cancel);
        ear.Notification += (_, heard) => Heard(heard.Payload);
        await using (var listen = new NpgsqlCommand($"listen {Channel}", ear)) await listen.ExecuteNonQueryAsync(cancel);

        foreach (var name in next.Keys) Heard(name);   // what was rung while nobody listened
        while (true) await ear.WaitAsync(cancel);
    }

    void Heard(string name)
    {
        if (next.TryRemove(name, out var waiting)) waiting.SetResult();
    }
}
