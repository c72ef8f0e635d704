using System.ComponentModel;
using System.Diagnostics;

namespace Percurso.Kernel.Data.Embedded;

/// <summary>What a program answered: its exit code and all that it printed.</summary>
sealed record Answer(int ExitCode, string Output)
{
    public bool IsGood => ExitCode == 0;
}

/// <summary>Runs a program to its end.</summary>
static class Tool
{
    /// <param name="userName">The account to run under; null is the host's own.</param>
    /// <param name="commandLine">The program and its arguments.</param>
    /// <returns>Exit code 127, as shells say, when the program is missing or may not be run.</returns>
    public static async Task<Answer> RunAsync(string? userName, IEnumerable<string> commandLine, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(commandLine.First(), commandLine.Skip(1))
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (!OperatingSystem.IsWindows() && userName is not null) start.UserName = userName;
        foreach (var name in start.Environment.Keys.Where(IsForeign).ToList()) _ = start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";

        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var said = process.StandardOutput.ReadToEndAsync(cancel);
            var complained = process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return new(process.ExitCode, $"{await said}{await complained}".Trim());
        }
        catch (Win32Exception failure)
        {
            return new(127, failure.Message);
        }
    }

    /// <summary>A PGPORT or a locale of the person's shell must not reach the server.</summary>
    static bool IsForeign(string variable) =>
        variable.StartsWith("PG", StringComparison.Ordinal) || variable.StartsWith("LC_", StringComparison.Ordinal)
        || variable.StartsWith("LANG", StringComparison.Ordinal);
}
