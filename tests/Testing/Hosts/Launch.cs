namespace Percurso.Testing.Hosts;

/// <summary>How a host is started, beyond its configuration.</summary>
public sealed record Launch
{
    /// <summary>The folder of the built host; this working copy's unless told otherwise.</summary>
    public string Programs { get; init; } = Repository.At("src", "Web", "bin", Configuration, "net10.0");

    public string ContentRoot { get; init; } = Repository.At("src", "Web");

    /// <summary>A command that starts the host in its turn, such as one that takes rights away.</summary>
    public IReadOnlyList<string> Prefix { get; init; } = [];

    /// <summary>A command of the host's own, to be done instead of serving.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Where programs are looked for; null for where the tests look.</summary>
    public string? Path { get; init; }

    /// <summary>Release or Debug, as these tests are.</summary>
    static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>
    /// As a person without special rights: as we are, or, when we are root, in a user namespace that leaves root nothing but
    /// its files, or, where namespaces are refused, as <c>nobody</c>.
    /// </summary>
    public static async Task<Launch> OrdinaryAsync() => new()
    {
        Prefix = !Environment.IsPrivilegedProcess ? []
            : await SucceedsAsync([.. unprivileged, "true"]) ? unprivileged
            : ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"],
    };

    static readonly string[] unprivileged = ["unshare", "--user", "--map-user=65534", "--map-group=65534", "--"];

    static async Task<bool> SucceedsAsync(string[] command)
    {
        try
        {
            return (await Tool.RunAsync("/", command[0], command[1..])).ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
