namespace Percurso.Kernel.Data.Embedded;

/// <summary>Turns what PostgreSQL's programs complain of (English, since they run under the C locale) into what to do.</summary>
static class ServerFailure
{
    /// <summary>A server was killed and its children have not all noticed yet: they do within moments.</summary>
    public static bool Passes(string output) => Says(output, "shared memory block", "lock file \"postmaster.pid\"");

    public static StartRefusedException Explain(string what, string output, DataFolder folder, Quarters quarters) =>
        Says(output, "No space left on device", "Disk quota exceeded") ? folder.Full("nothing is", null)
        : Says(output, "error while loading shared libraries", "Library not loaded") ? new(
            "The programs of the embedded PostgreSQL lack their libraries' links. "
            + $"Run node scripts/hydrate-symlinks.js in {Path.GetDirectoryName(quarters.Binaries.Folder)}, or ./run, which does.")
        : Says(output, "could not look up effective user ID") ? new(
            "The account that runs the host has no name on this machine, and PostgreSQL wants one. "
            + "Add it to /etc/passwd, run the host as another account, or set ConnectionStrings:Percurso to a server.")
        : Passes(output) ? new(
            $"Processes of an earlier PostgreSQL still use {quarters.Cluster}. End them (they are named postgres), then start again.")
        : new($"The embedded PostgreSQL {what}: {Essence(output)} Its log is {quarters.Log}.");

    /// <summary>The first line that says what is wrong, without the time and the process that stand before it.</summary>
    static string Essence(string output)
    {
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var line = lines.FirstOrDefault(line => Says(line, "FATAL:", "PANIC:", "error:", "could not")) ?? lines.LastOrDefault() ?? "it gives no reason";
        return line[(line.IndexOf("] ", StringComparison.Ordinal) is var prefix and >= 0 ? prefix + 2 : 0)..].TrimEnd('.') + ".";
    }

    static bool Says(string output, params string[] words) => words.Any(word => output.Contains(word, StringComparison.Ordinal));
}
