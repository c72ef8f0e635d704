using System.Diagnostics.CodeAnalysis;

using Microsoft.Extensions.Logging.Abstractions;

using Npgsql;

using Percurso.Kernel.Data;
using Percurso.Kernel.Data.Embedded;
using Percurso.Testing;
using Percurso.Testing.Hosts;
using Percurso.Testing.Mail;

namespace Percurso.Tests.Kills;

/// <summary>Host and database are killed while visitors write. Nothing that was answered is lost, nothing is done twice.</summary>
public sealed class KillTests : IAsyncDisposable
{
    readonly TemporaryFolder folder = new();
    readonly SmtpServer mail = new();
    readonly Messages messages = new();

    /// <summary>Of each kind at least one.</summary>
    static int Kills => Environment.GetEnvironmentVariable("PERCURSO_TEST_ALL") == "1" ? 30 : 3;

    string Data => Path.Combine(folder.Path, "data");

    Account Account => new(new EmbeddedServer(new DataFolder(Data), () => throw new InvalidOperationException(), NullLogger.Instance).Connection("percurso").ConnectionString);

    public async ValueTask DisposeAsync()
    {
        await mail.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    [SuppressMessage("Security", "CA5394", Justification = "Moments need to be many, not secret.")]
    public async Task Killed_at_any_moment_the_site_loses_no_message_and_handles_each_once()
    {
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var host = Start();
            var writing = Task.WhenAll(
                messages.LeaveUntilItDiesAsync(await host.VisitorAsync()), messages.LeaveUntilItDiesAsync(await host.VisitorAsync()));
            if (kill % 2 == 0) await OneMoreIsAnsweredAsync();
            await Task.Delay(Random.Shared.Next(0, 1000));

            await KillAsync(host, kill);
            await writing;
        }

        Assert.NotEmpty(messages.Answered);
        await ComesToRestAsync();
    }

    [Fact]
    public async Task Killed_between_the_commit_and_its_consequences_they_still_come()
    {
        await using (var host = Start())
        {
            var visitor = await host.VisitorAsync();
            await using var holding = await Account.OpenAsync();
            await using var transaction = await holding.BeginTransactionAsync();
            await using var command = new NpgsqlCommand("lock table kernel.letter in exclusive mode", holding, transaction);
            await command.ExecuteNonQueryAsync();

            await messages.LeaveAsync(visitor);
            Assert.Single(messages.Answered);
            Assert.Equal(2, await Account.CountAsync("select count(*) from kernel.delivery where done_at is null"));
            await Task.WhenAll(host.KillAsync(), Servers.KillAsync(Data));
        }

        await ComesToRestAsync();
    }

    HostProcess Start() => HostProcess.Start(
        [
            $"Data:Folder={Data}", $"Mail:Smtp:Host={mail.Host}", $"Mail:Smtp:Port={mail.Port}", "Mail:Smtp:StartTls=false", "Mail:SendTimeout=00:00:02",
            "Limits:contact=1000000", .. Person.SetUpWithoutDemo.Select(setting => $"{setting.Key}={setting.Value}"),
        ]);

    /// <summary>Both at once; the host alone, whose server the next one adopts; the server a little before the host.</summary>
    async Task KillAsync(HostProcess host, int kill)
    {
        var both = kill % 3 == 0;
        if (kill % 3 == 2) await Servers.KillAsync(Data);
        await Task.WhenAll(host.KillAsync(), both ? Servers.KillAsync(Data) : Task.CompletedTask);
    }

    /// <summary>Else a busy machine might be killed each time before it had answered anything.</summary>
    Task OneMoreIsAnsweredAsync()
    {
        var before = messages.Answered.Count;
        return Eventually.IsSoAsync("an answer", () => Task.FromResult(messages.Answered.Count > before), TimeSpan.FromSeconds(60));
    }

    async Task ComesToRestAsync()
    {
        await using var host = Start();
        await host.ListensAsync();
        await Account.IsSettledAsync();
        await Account.IsRightAsync(messages, mail);
    }
}
