using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

using Npgsql;

using Percurso.Kernel.Data.Embedded;

namespace Percurso.Kernel.Data;

/// <summary>The embedded server lives as long as the host: up before anything else starts, down after all else has stopped.</summary>
sealed class EmbeddedDatabase(EmbeddedServer server, NpgsqlDataSource source, IConfiguration configuration, IHostEnvironment environment)
    : DatabaseAtStart, IAsyncDisposable
{
    bool running;

    /// <summary>Whoever has started the server keeps it; where nobody has, it lives as long as the command.</summary>
    public override async Task ReachAsync(CancellationToken cancel)
    {
        if (!await server.AnswersAsync(cancel)) await StartingAsync(cancel);
    }

    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (environment.IsProduction() && !configuration.GetValue<bool>("Postgres:EmbeddedInProduction"))
            throw new StartRefusedException(
                "In Production the database must be named: set ConnectionStrings:Percurso (Host=…;Database=…;Username=…;Password=…). "
                + "To run on the embedded PostgreSQL nevertheless, set Postgres:EmbeddedInProduction to true.");

        running = true;
        await server.StartAsync(cancellationToken);
        await CreateDatabaseAsync(cancellationToken);
    }

    public override async Task StoppedAsync(CancellationToken cancellationToken) => await DisposeAsync();

    /// <summary>Also reached when the host fails between starting this server and having started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!running) return;

        running = false;
        source.Clear();
        await server.StopAsync();
    }

    async Task CreateDatabaseAsync(CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(server.Connection("postgres").ConnectionString);
        await connection.OpenAsync(cancel);
        await using var find = new NpgsqlCommand("select 1 from pg_database where datname = 'percurso'", connection);
        if (await find.ExecuteScalarAsync(cancel) is not null) return;

        await using var create = new NpgsqlCommand("create database percurso", connection);
        await create.ExecuteNonQueryAsync(cancel);
    }
}
