using System.Diagnostics;

namespace Percurso.Testing;

/// <summary>A program of the machine, run to its end.</summary>
public static class Tool
{
    /// <returns>Its exit code, and what it said on both streams.</returns>
    /// <exception cref="OperationCanceledException">It took more than five minutes; it and its children were ended.</exception>
    public static async Task<(int ExitCode, string Said)> RunAsync(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_CLI_UI_LANGUAGE"] = "en", ["MSBUILDDISABLENODEREUSE"] = "1" },
        })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));

        try
        {
            var said = await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, string.Concat(said));
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
