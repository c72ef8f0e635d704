using Npgsql;

namespace Percurso.Testing.Databases;

/// <summary>
/// What a schema is made of, a sorted line each: columns with type, nullability and default; constraints; indexes; and what
/// EF Core cannot say: triggers, functions and sequences. Read from PostgreSQL's own catalogue.
/// </summary>
public static class Catalogue
{
    const string Lines =
        """
        select format('column %s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                      case when a.attnotnull then ' not null' else '' end,
                      case when a.attidentity <> '' then ' identity ' || a.attidentity::text when d.adbin is null then ''
                           when a.attgenerated <> '' then ' as ' || pg_get_expr(d.adbin, d.adrelid)
                           else ' default ' || pg_get_expr(d.adbin, d.adrelid) end
                      || case when a.attcollation in (0, t.typcollation) then '' else ' collate ' || a.attcollation::regcollation::text end)
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where c.relnamespace = @schema::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped and c.relname <> 'migrations'
        union all
        select format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
        from pg_constraint where connamespace = @schema::regnamespace and contype <> 'n' and conrelid <> 0
          and conrelid not in (select oid from pg_class where relname = 'migrations')
        union all
        select 'index ' || regexp_replace(indexdef, '^CREATE ', '') from pg_indexes
        where schemaname = @schema and tablename <> 'migrations'
        union all
        select 'trigger ' || regexp_replace(pg_get_triggerdef(t.oid), '^CREATE ', '')
        from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where c.relnamespace = @schema::regnamespace and not t.tgisinternal
        union all
        select format('function %s(%s)', proname, pg_get_function_identity_arguments(oid)) from pg_proc where pronamespace = @schema::regnamespace
        union all
        select format('sequence %s', s.relname) from pg_class s
        where s.relnamespace = @schema::regnamespace and s.relkind = 'S'
        order by 1
        """;

    /// <param name="connection">Open; what its transaction changed is seen.</param>
    /// <param name="schema">Its name.</param>
    public static async Task<IReadOnlyList<string>> OfAsync(NpgsqlConnection connection, string schema)
    {
        await using var ask = new NpgsqlCommand(Lines, connection) { Parameters = { new("schema", schema) } };
        await using var reader = await ask.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return lines;
    }
}
