using System.Runtime.Versioning;

namespace Percurso.Kernel.Data.Embedded;

/// <summary>
/// Root starts the server in a user namespace: inside it is not root, outside it is, so that programs and data stay where
/// they are. Where namespaces are refused (unprivileged containers), programs are copied to a folder that everybody may
/// enter, the server runs as <c>nobody</c> on a cluster beside them, and <c>pg</c> in the data folder links to it.
/// </summary>
[UnsupportedOSPlatform("windows")]
static class QuartersForRoot
{
    const string Nobody = "nobody";
    const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    const UnixFileMode OpenToAll = OwnersAlone
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>The number of <c>nobody</c> everywhere: initdb wants an account that has a name.</summary>
    static readonly string[] Namespace = ["unshare", "--user", "--map-user=65534", "--map-group=65534", "--"];

    public static async Task<Quarters> FindAsync(Binaries binaries, DataFolder folder, string socket, CancellationToken cancel)
    {
        var here = new Quarters(binaries, folder.Path) { Prefix = Namespace };
        var link = new FileInfo(here.Cluster).LinkTarget;
        if (link is null && await MayUseAsync(here, cancel)) return here;

        if (link is null && Directory.Exists(here.Cluster))
            throw new StartRefusedException(
                $"The database in {here.Cluster} was made by another account, which alone may use it. "
                + "Start the host as that account, or choose another folder with Data:Folder.");

        return await MakeElsewhereAsync(binaries, here.Cluster, link, socket, cancel);
    }

    static async Task<bool> MayUseAsync(Quarters here, CancellationToken cancel)
    {
        const string script = """test -x "$0" && test -w "$1" && { test ! -e "$1/pg" || test -r "$1/pg/PG_VERSION"; }""";
        return (await Tool.RunAsync(null, [.. here.Prefix, "/bin/sh", "-c", script, here.Binaries.Program("postgres"), here.Folder], cancel)).IsGood;
    }

    static async Task<Quarters> MakeElsewhereAsync(Binaries binaries, string cluster, string? link, string socket, CancellationToken cancel)
    {
        var folder = Path.GetDirectoryName(link) ?? $"/var/lib/percurso-{Guid.CreateVersion7():n}/data";
        var home = Path.GetDirectoryName(folder)!;
        Directory.CreateDirectory(home, OpenToAll);
        File.SetUnixFileMode(home, OpenToAll);
        Directory.CreateDirectory(folder, OwnersAlone);
        await MustAsync(["chown", Nobody, folder, socket], cancel);

        var copy = new Binaries(Path.Combine(home, "native"));
        if (!IsSame(binaries, copy)) await CopyAsync(binaries, copy, cancel);
        if (link is null) File.CreateSymbolicLink(cluster, Path.Combine(folder, "pg"));
        return new(copy, folder) { UserName = Nobody };
    }

    static bool IsSame(Binaries original, Binaries copy) =>
        File.Exists(copy.Program("postgres"))
        && File.GetLastWriteTimeUtc(copy.Program("postgres")) == File.GetLastWriteTimeUtc(original.Program("postgres"));

    /// <summary>Under another name first: a copy that was cut short is never taken for a whole one.</summary>
    static async Task CopyAsync(Binaries original, Binaries copy, CancellationToken cancel)
    {
        var partial = copy.Folder + ".new";
        await MustAsync(["rm", "-rf", partial, copy.Folder], cancel);
        await MustAsync(["cp", "-R", "-P", "-p", original.Folder, partial], cancel);
        await MustAsync(["chmod", "-R", "a+rX", partial], cancel);
        Directory.Move(partial, copy.Folder);
    }

    static async Task MustAsync(string[] commandLine, CancellationToken cancel)
    {
        var answer = await Tool.RunAsync(null, commandLine, cancel);
        if (!answer.IsGood)
            throw new StartRefusedException(
                "PostgreSQL does not run as root, and what is needed to run it as another account here was refused "
                + $"({answer.Output}). Start the host as an ordinary user, or set ConnectionStrings:Percurso to a server.");
    }
}
