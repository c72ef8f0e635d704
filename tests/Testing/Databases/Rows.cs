using Npgsql;

namespace Percurso.Testing.Databases;

/// <summary>Every row of every table at one moment, as a sum for each table: two moments are compared to see what changed between.</summary>
public sealed class Rows
{
    readonly Dictionary<string, string> sums;

    Rows(Dictionary<string, string> sums) => this.sums = sums;

    /// <summary>The tables that differ from an earlier moment.</summary>
    public IReadOnlyList<string> ChangedSince(Rows before) =>
        [.. sums.Where(table => before.sums.GetValueOrDefault(table.Key) != table.Value).Select(table => table.Key).Order(StringComparer.Ordinal)];

    /// <param name="database">Read over a connection of its own.</param>
    /// <param name="ignored">Tables that change by themselves, <c>schema.table</c>; <c>schema.*</c> is a whole schema.</param>
    public static async Task<Rows> OfAsync(TestDatabase database, params IReadOnlyList<string> ignored)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        var tables = (await ReadAsync(connection, "select schemaname || '.' || tablename, '' from pg_tables where schemaname not in ('pg_catalog', 'information_schema')"))
            .Keys.Where(table => !ignored.Contains(table) && !ignored.Contains(table.Split('.')[0] + ".*"));
        // Whatever writes a row makes a new one at a new place by another transaction: what stands in it need not be read.
        var sums = string.Join("\nunion all\n", tables.Select(table =>
            $"select '{table}', count(*) || ' ' || coalesce(md5(string_agg(ctid::text || xmin::text, ' ' order by ctid)), '') from {table}"));
        return new(await ReadAsync(connection, sums));
    }

    static async Task<Dictionary<string, string>> ReadAsync(NpgsqlConnection connection, string sql)
    {
        await using var ask = new NpgsqlCommand(sql, connection);
        await using var reader = await ask.ExecuteReaderAsync();
        var rows = new Dictionary<string, string>();
        while (await reader.ReadAsync()) rows.Add(reader.GetString(0), reader.GetString(1));
        return rows;
    }
}
