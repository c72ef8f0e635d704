using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

using Npgsql;

namespace Percurso.Kernel.Data;

/// <summary>
/// Brings every module's schema up to date before anything else runs. Nodes that start together wait for one another on one
/// lock held over all modules: EF's own lock is per migration and lets two nodes create the same schema.
/// </summary>
sealed class MigrateAtStart(
    IServiceScopeFactory scopes, IEnumerable<ModuleDatabase> databases, NpgsqlDataSource source, ILogger<MigrateAtStart> log)
    : BeforeStart
{
    const long Lock = 0x5045_5243_5552_534F;   // "PERCURSO"

    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var holder = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await holder.BeginTransactionAsync(cancellationToken);
        await using var wait = new NpgsqlCommand($"select pg_advisory_xact_lock({Lock})", holder, transaction) { CommandTimeout = 0 };
        await wait.ExecuteNonQueryAsync(cancellationToken);

        foreach (var database in databases)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = (DbContext)scope.ServiceProvider.GetRequiredService(database.Context);
            await CreateHistoryAsync(db, database.Schema, cancellationToken);
            if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList() is not [_, ..] pending) continue;

            log.LogInformation("Migrating {Schema}: {Migrations}", database.Schema, string.Join(", ", pending));
            await db.Database.MigrateAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>EF asks a new database for a history it does not have, and logs the answer as a failure; so it is there before.</summary>
    static async Task CreateHistoryAsync(DbContext db, string schema, CancellationToken cancel)
    {
        var sql = $"""
            create schema if not exists {schema};
            create table if not exists {schema}.migrations (
                "MigrationId" character varying(150) not null constraint "PK_migrations" primary key,
                "ProductVersion" character varying(32) not null);
            """;
        await db.Database.ExecuteSqlRawAsync(sql, cancel);
    }
}
