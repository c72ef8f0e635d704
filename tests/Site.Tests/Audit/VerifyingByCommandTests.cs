using Percurso.Testing;
using Percurso.Testing.Databases;
using Percurso.Testing.Hosts;

namespace Percurso.Tests.Audit;

/// <summary>Whoever operates the site proves that the log is whole, without the site's help.</summary>
public sealed class VerifyingByCommandTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task It_says_so_of_a_whole_chain_while_the_site_runs()
    {
        var (exitCode, said) = await VerifyAsync($"ConnectionStrings:Percurso={site.Database.ConnectionString}");

        Assert.Equal(0, exitCode);
        Assert.Matches("^1 acts, chain whole. Its last hash is [0-9a-f]{64}.$", said);
    }

    [Fact]
    public async Task It_names_the_act_that_was_altered()
    {
        await using var tampering = await Tampering.WithAsync(site.Database, "update kernel.audit set subject = 'another' where number = 1");

        Assert.Equal((1, "Act 1 was altered after it had been recorded."), await VerifyAsync($"ConnectionStrings:Percurso={site.Database.ConnectionString}"));
    }

    [Fact]
    public async Task It_names_the_act_that_is_gone()
    {
        await using var tampering = await Tampering.WithAsync(site.Database, "delete from kernel.audit where number = 1");

        Assert.Equal((1, "Act 1 is missing."), await VerifyAsync($"ConnectionStrings:Percurso={site.Database.ConnectionString}"));
    }

    [Fact]
    public async Task It_works_on_the_embedded_database_beside_the_host_and_without_it()
    {
        using var folder = new TemporaryFolder();
        var data = $"Data:Folder={folder.Path}/data";
        await using (var host = HostProcess.Start([data, .. Person.SetUpWithoutDemo.Select(setting => $"{setting.Key}={setting.Value}")]))
        {
            await host.ListensAsync();
            Assert.Equal(0, (await VerifyAsync(data)).ExitCode);
            Assert.Equal(200, (int)(await (await host.VisitorAsync()).GetAsync("/health/ready")).Status);
        }

        Assert.Equal(0, (await VerifyAsync(data)).ExitCode);
        Assert.Null(Servers.ProcessOn($"{folder.Path}/data"));
    }

    [Fact]
    public async Task A_database_without_a_log_and_a_command_nobody_knows_are_said_to_be_so()
    {
        var empty = await TestDatabases.CreateAsync();
        await using var without = HostProcess.Start(new Launch { Command = ["verify-audit"] }, $"ConnectionStrings:Percurso={empty.ConnectionString}");
        Assert.Equal((1, "This database holds no log of acts. Start the site on it once; that makes one."), await without.EndsAsync());
        await TestDatabases.DropAsync(empty);

        await using var unknown = HostProcess.Start(new Launch { Command = ["dance"] }, $"ConnectionStrings:Percurso={empty.ConnectionString}");
        Assert.Equal((1, "There is no command dance. There is: verify-audit."), await unknown.EndsAsync());
    }

    static async Task<(int ExitCode, string Said)> VerifyAsync(string setting)
    {
        await using var command = HostProcess.Start(new Launch { Command = ["verify-audit"] }, setting, "Logging:LogLevel:Default=Warning");
        var (exitCode, complaint) = await command.EndsAsync();
        Assert.Equal("", complaint);
        return (exitCode, command.Said);
    }
}
