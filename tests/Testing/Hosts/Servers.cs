using System.Globalization;

namespace Percurso.Testing.Hosts;

/// <summary>The PostgreSQL that a host started for itself, seen from outside.</summary>
public static class Servers
{
    /// <summary>The process of the one on a data folder; null when none was left running there.</summary>
    public static int? ProcessOn(string folder) =>
        Path.Combine(folder, "pg", "postmaster.pid") is var file && File.Exists(file)
        && int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture) is var process && IsAlive(process)
            ? process
            : null;

    /// <summary>SIGKILL to the server and all its children at once, as when a machine loses its power.</summary>
    public static Task KillAsync(string folder) => ProcessOn(folder) is { } process ? KillAsync([process, .. ChildrenOf(process)]) : Task.CompletedTask;

    /// <summary>SIGKILL to the server alone; its children notice by themselves.</summary>
    public static Task KillParentAsync(string folder) => ProcessOn(folder) is { } process ? KillAsync([process]) : Task.CompletedTask;

    static async Task KillAsync(IEnumerable<int> processes) => _ = await Tool.RunAsync("/", "sh", "-c", $"kill -KILL {string.Join(' ', processes)} 2>&1");

    /// <summary>A process that has ended and that nobody has asked about still has a number, but no command line.</summary>
    static bool IsAlive(int process) => File.Exists($"/proc/{process}/cmdline") && File.ReadAllText($"/proc/{process}/cmdline").Length > 0;

    static IEnumerable<int> ChildrenOf(int process) =>
        File.ReadAllText($"/proc/{process}/task/{process}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(number => int.Parse(number, CultureInfo.InvariantCulture));
}
