using Npgsql;

using Percurso.Testing.Databases;

namespace Percurso.Tests.Audit;

/// <summary>What somebody does who runs the database and wants an act forgotten; undone when disposed of.</summary>
sealed class Tampering : IAsyncDisposable
{
    readonly TestDatabase database;

    Tampering(TestDatabase database) => this.database = database;

    public static async Task<Tampering> WithAsync(TestDatabase database, string sql)
    {
        await RunAsync(database, $"create schema saved; create table saved.audit as table kernel.audit; create table saved.head as table kernel.audit_head; {Unguarded(sql)}");
        return new(database);
    }

    public async ValueTask DisposeAsync() => await RunAsync(database, Unguarded(
        """
        delete from kernel.audit; insert into kernel.audit table saved.audit;
        delete from kernel.audit_head; insert into kernel.audit_head table saved.head;
        drop schema saved cascade
        """));

    public static async Task RunAsync(TestDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var run = new NpgsqlCommand(sql, connection);
        await run.ExecuteNonQueryAsync();
    }

    static string Unguarded(string sql) =>
        $"""
        alter table kernel.audit disable trigger audit_stays; alter table kernel.audit_head disable trigger audit_head_stays;
        {sql};
        alter table kernel.audit enable always trigger audit_stays; alter table kernel.audit_head enable always trigger audit_head_stays;
        """;
}
