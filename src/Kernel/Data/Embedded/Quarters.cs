namespace Percurso.Kernel.Data.Embedded;

/// <summary>
/// Where the server lives and under whose account. PostgreSQL refuses to run as root, and a clone may lie where only root may
/// enter; <see cref="QuartersForRoot"/> knows the ways around it.
/// </summary>
/// <param name="Binaries">Programs this account may run.</param>
/// <param name="Folder">A folder of this account's, for the cluster and the log.</param>
sealed record Quarters(Binaries Binaries, string Folder)
{
    /// <summary>What comes before a program's name so that it runs under the right account.</summary>
    public IReadOnlyList<string> Prefix { get; init; } = [];

    /// <summary>The account to change to; null is the host's own.</summary>
    public string? UserName { get; init; }

    public string Cluster => Path.Combine(Folder, "pg");

    public string Log => Path.Combine(Folder, "postgres.log");

    public static async Task<Quarters> FindAsync(Binaries binaries, DataFolder folder, string socket, CancellationToken cancel) =>
        OperatingSystem.IsWindows()
            ? throw new StartRefusedException(
                "The embedded PostgreSQL runs on Linux and macOS. Here, set ConnectionStrings:Percurso to a server, or use the Windows Subsystem for Linux.")
            : Environment.IsPrivilegedProcess
                ? await QuartersForRoot.FindAsync(binaries, folder, socket, cancel)
                : new(binaries, folder.Path);

    public Task<Answer> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancel) =>
        Tool.RunAsync(UserName, [.. Prefix, Binaries.Program(program), .. arguments], cancel);
}
