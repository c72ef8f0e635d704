using Microsoft.Extensions.DependencyInjection;

using Npgsql;

namespace Percurso.Kernel.Data;

/// <summary>Before the host starts: the operator's own PostgreSQL answers, lets us in and is new enough.</summary>
sealed class ExternalDatabase(IServiceProvider services, DataFolder folder) : DatabaseAtStart
{
    /// <summary>Unique nulls and security-invoker views came with it; older ones are near their end of life.</summary>
    static readonly Version Oldest = new(15, 0);

    public override Task ReachAsync(CancellationToken cancel) => StartingAsync(cancel);

    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        folder.Open();
        var source = services.GetRequiredService<NpgsqlDataSource>();
        var target = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            if (connection.PostgreSqlVersion < Oldest)
                throw new StartRefusedException(
                    $"The server at {target.Host}:{target.Port} is PostgreSQL {connection.PostgreSqlVersion}; "
                    + $"version {Oldest.Major} or newer is required. Upgrade it, or name another in ConnectionStrings:Percurso.");
        }
        catch (NpgsqlException failure)
        {
            throw new StartRefusedException(ConnectionFailure.Explain(failure, target), failure);
        }
    }
}
