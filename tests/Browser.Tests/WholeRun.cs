using Percurso.Testing.Databases;
using Percurso.Tests.Browser;
using Percurso.Tests.Browser.Browsers;

[assembly: AssemblyFixture(typeof(WholeRun))]
// A browser and a site for each of the machine's cores is as much as it can carry.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace Percurso.Tests.Browser;

/// <summary>Ends with the run, and ends the browser and the database server then.</summary>
public sealed class WholeRun : IAsyncDisposable
{
    /// <summary><c>./test --all</c>.</summary>
    public static bool IsLong => Environment.GetEnvironmentVariable("PERCURSO_TEST_ALL") == "1";

    public async ValueTask DisposeAsync()
    {
        await Chromium.StopAsync();
        await TestDatabases.StopAsync();
    }
}
