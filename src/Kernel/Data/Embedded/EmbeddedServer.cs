using System.Diagnostics;

using Microsoft.Extensions.Logging;

using Npgsql;

namespace Percurso.Kernel.Data.Embedded;

/// <summary>
/// A PostgreSQL of this host's own on its data folder, reached over a Unix socket only. It is started apart from the host's
/// process group, so that no signal to the host reaches it; a host that finds it running, because the one before was killed,
/// adopts it.
/// </summary>
/// <param name="folder">Where its files are.</param>
/// <param name="binaries">Finds the programs; asked at the start.</param>
/// <param name="logger">Told of starts, adoptions and failures to stop.</param>
/// <param name="settings">Further settings, <c>name=value</c>.</param>
sealed class EmbeddedServer(DataFolder folder, Func<Binaries> binaries, ILogger logger, params string[] settings)
{
    public const string Owner = "percurso";

    const string Port = "5432";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    readonly string socket = SocketFolder.Of(folder);
    FileStream? held;
    Quarters? quarters;

    /// <summary>How to reach one of its databases, whether it runs yet or not.</summary>
    /// <param name="pool">The most connections to have at once; null for one that is not pooled.</param>
    public NpgsqlConnectionStringBuilder Connection(string database, int? pool = null) => new()
    {
        Host = socket,
        Username = Owner,
        Database = database,
        Pooling = pool is not null,
        MaxPoolSize = pool ?? 1,
    };

    /// <summary>Returns when the server answers.</summary>
    /// <exception cref="StartRefusedException">It cannot be started; the message says why and what to do.</exception>
    public async Task StartAsync(CancellationToken cancel)
    {
        folder.Open();
        held = HostLock.Take(folder);
        SocketFolder.Make(socket);
        quarters = await Quarters.FindAsync(binaries(), folder, socket, cancel);
        await Cluster.CreateIfMissingAsync(quarters, folder, cancel);

        var since = Stopwatch.GetTimestamp();
        var complaint = "it does not answer";
        for (var how = "Adopted"; Stopwatch.GetElapsedTime(since) < Patience; await Task.Delay(Pause, TimeProvider.System, cancel))
        {
            var running = Postmaster.Of(quarters.Cluster);
            if (running is null)
            {
                how = "Started";
                complaint = await LaunchAsync(quarters, cancel);
                if (complaint.Length > 0 && !ServerFailure.Passes(complaint) && Postmaster.Of(quarters.Cluster) is null) break;
            }
            else if (running.Socket != socket || !File.Exists(Path.Combine(socket, $".s.PGSQL.{Port}")))
                await HaltAsync(quarters, cancel);
            else if (await AnswersAsync(cancel))
            {
                logger.LogInformation("{How} PostgreSQL on {Cluster} in {Milliseconds:0} ms",
                    how, quarters.Cluster, Stopwatch.GetElapsedTime(since).TotalMilliseconds);
                return;
            }
        }

        throw ServerFailure.Explain("did not start", complaint, folder, quarters);
    }

    /// <summary>Stops the server and gives the data folder back. Does nothing when this host has not got that far.</summary>
    public async Task StopAsync()
    {
        if (held is null) return;

        var answer = quarters is not null && Postmaster.Of(quarters.Cluster) is not null ? await HaltAsync(quarters, CancellationToken.None) : null;
        if (answer is { IsGood: false }) logger.LogWarning("PostgreSQL did not stop: {Output}", answer.Output);
        else if (Directory.Exists(socket)) Directory.Delete(socket, recursive: true);

        await held.DisposeAsync();
        held = null;
    }

    /// <summary>
    /// By <c>pg_ctl</c>, never <c>postgres</c> itself: pg_ctl begins a session of its own for it.
    /// </summary>
    /// <returns>What it complained of; empty when it is up.</returns>
    async Task<string> LaunchAsync(Quarters at, CancellationToken cancel)
    {
        Postmaster.Forget(at.Cluster);
        foreach (var remains in Directory.EnumerateFiles(socket)) File.Delete(remains);
        File.Delete(at.Log);
        var options = string.Join(' ', new[] { "listen_addresses=", $"unix_socket_directories={socket}", $"port={Port}", "timezone=UTC", "log_timezone=UTC" }
            .Concat(settings).Select(setting => $"-c '{setting}'"));
        var answer = await at.RunAsync("pg_ctl", ["-D", at.Cluster, "-l", at.Log, "-o", options, "-w", "-t", "110", "start"], cancel);
        if (answer.IsGood) return "";

        return File.Exists(at.Log) && await File.ReadAllTextAsync(at.Log, cancel) is { Length: > 0 } log ? log : answer.Output;
    }

    static Task<Answer> HaltAsync(Quarters at, CancellationToken cancel) =>
        at.RunAsync("pg_ctl", ["-D", at.Cluster, "-m", "fast", "-w", "-t", "60", "stop"], cancel);

    /// <summary>False while it is down, starts up, recovers or shuts down.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancel)
    {
        try
        {
            await using var connection = new NpgsqlConnection(Connection("postgres").ConnectionString);
            await connection.OpenAsync(cancel);
            return true;
        }
        catch (NpgsqlException failure) when (failure is PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow } or not PostgresException)
        {
            return false;
        }
    }
}
