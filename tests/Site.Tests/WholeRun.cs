using Percurso.Tests;
using Percurso.Testing.Databases;

[assembly: AssemblyFixture(typeof(WholeRun))]

namespace Percurso.Tests;

/// <summary>Ends with the run, and ends the database server then.</summary>
public sealed class WholeRun : IAsyncDisposable
{
    public ValueTask DisposeAsync() => new(TestDatabases.StopAsync());
}
