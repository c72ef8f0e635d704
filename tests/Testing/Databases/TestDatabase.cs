using Npgsql;

namespace Percurso.Testing.Databases;

/// <summary>A database of its own, with at most five connections.</summary>
public sealed record TestDatabase(string Name, string ConnectionString)
{
    /// <summary>The one value a query answers.</summary>
    public async Task<T> AskAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var ask = new NpgsqlCommand(sql, connection);
        return (T)(await ask.ExecuteScalarAsync())!;
    }

    /// <summary>Changes the database behind the site's back.</summary>
    public Task DoAsync(string sql) => AskAsync<object>($"with done as ({sql} returning 1) select count(*) from done");
}
