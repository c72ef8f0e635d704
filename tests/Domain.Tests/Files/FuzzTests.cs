using System.Diagnostics;
using System.Globalization;

namespace Percurso.Domain.Tests.Files;

/// <summary>Whatever is sent, there is a verdict. What breaks files, and what of them, stands in <c>tests/Fuzz</c>; there its seed says how to see a failure again.</summary>
public sealed class FuzzTests
{
    [Fact]
    public async Task No_broken_file_is_more_than_refused()
    {
        var seed = Random.Shared.Next(1, 1_000_000);
        var (exit, said) = await RunAsync(Environment.GetEnvironmentVariable("PERCURSO_TEST_ALL") is null ? 10_000 : 1_000_000, seed);

        Assert.True(exit == 0, said);
        Assert.Contains($"of seed {seed}", said, StringComparison.Ordinal);
        TestContext.Current.TestOutputHelper?.WriteLine(said);
    }

    [Fact]
    public async Task A_reader_that_believes_what_a_file_announces_is_found()
    {
        var (exit, said) = await RunAsync(10_000, 4, "planted");

        Assert.Equal(1, exit);
        Assert.Contains("of seed 4 (arcada.stl", said, StringComparison.Ordinal);
    }

    /// <summary>Built beside this one, in the same configuration.</summary>
    static readonly string program = Path.Combine(AppContext.BaseDirectory.Replace("Domain.Tests", "Fuzz", StringComparison.Ordinal), "Percurso.Fuzz.dll");

    /// <summary>In a process of its own with 256 MB, so that what would fill a server's memory only ends that.</summary>
    static async Task<(int ExitCode, string Said)> RunAsync(int cases, int seed, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet", [program, "run", $"{cases}", seed.ToString(CultureInfo.InvariantCulture), .. more])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_GCHeapHardLimit"] = "0x10000000", ["DOTNET_gcServer"] = "0", ["DOTNET_TieredPGO"] = "0" },
        };
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }
}
