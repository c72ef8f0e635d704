using Percurso.Testing.Hosts;

namespace Percurso.Tests.Starting;

/// <summary>A start that must fail.</summary>
static class Refused
{
    public static Task<string> SentenceAsync(params string[] settings) => SentenceAsync(new Launch(), settings);

    /// <returns>What the operator reads, which is all there is to read: the exit code is 1 and no trace was printed.</returns>
    public static async Task<string> SentenceAsync(Launch how, params string[] settings)
    {
        await using var host = HostProcess.Start(how, settings);
        var (exitCode, complaint) = await host.EndsAsync();

        Assert.Equal(1, exitCode);
        Assert.DoesNotContain("   at ", complaint + host.Said, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', complaint);
        return complaint;
    }
}
