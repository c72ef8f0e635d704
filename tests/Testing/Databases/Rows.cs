using System.Collections.Concurrent;

using Npgsql;

namespace Percurso.Testing.Databases;

/// <summary>Every row of every table at one moment, as a sum for each table: two moments are compared to see what changed between.</summary>
public sealed class Rows
{
    /// <summary>The last that were read of each database, with the moment they were read at.</summary>
    static readonly ConcurrentDictionary<string, (string Moment, Rows Rows)> read = new();

    readonly Dictionary<string, string> sums;

    /// <summary>
    /// A transaction that writes takes the next number: while nobody is writing and no number has been taken, no row has changed. Empty while
    /// somebody is writing.
    /// </summary>
    const string Moment =
        """
        select case when pg_snapshot_xmin(now) = pg_snapshot_xmax(now) then pg_snapshot_xmax(now)::text else '' end, '' from pg_current_snapshot() now
        """;

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
        var kept = $"{database.ConnectionString} {string.Join(' ', ignored)}";
        var moment = (await ReadAsync(connection, Moment)).Keys.Single();
        if (moment.Length > 0 && read.TryGetValue(kept, out var last) && last.Moment == moment) return last.Rows;

        var tables = (await ReadAsync(connection, "select schemaname || '.' || tablename, '' from pg_tables where schemaname not in ('pg_catalog', 'information_schema')"))
            .Keys.Where(table => !ignored.Contains(table) && !ignored.Contains(table.Split('.')[0] + ".*"));
        // Whatever writes a row makes a new one at a new place by another transaction: what stands in it need not be read.
        var sums = string.Join("\nunion all\n", tables.Select(table =>
            $"select '{table}', count(*) || ' ' || coalesce(md5(string_agg(ctid::text || xmin::text, ' ' order by ctid)), '') from {table}"));
        var rows = new Rows(await ReadAsync(connection, sums));
        read[kept] = (moment, rows);
        return rows;
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
