using System.Reflection;

using Microsoft.Extensions.Logging.Abstractions;

using Npgsql;

using Percurso.Kernel.Data;
using Percurso.Kernel.Data.Embedded;

namespace Percurso.Testing.Databases;

/// <summary>
/// One embedded PostgreSQL for the whole run of a test project, on a data folder of that project's. Started when first
/// asked for, ended with the run; a run that was killed leaves one that the next adopts and empties.
/// </summary>
public static class TestDatabases
{
    static readonly Lazy<Task<EmbeddedServer>> server = new(StartAsync);
    static readonly SemaphoreSlim oneAtATime = new(1);
    static int made;

    /// <summary>Makes an empty database, or a copy of one that nobody is connected to; in about 25 ms.</summary>
    public static async Task<TestDatabase> CreateAsync(string? template = null)
    {
        var running = await server.Value;
        var name = $"test_{Interlocked.Increment(ref made)}";
        await AskAsync(running, $"create database {name} template {template ?? "template0"}");
        return new(name, running.Connection(name, pool: 5).ConnectionString);
    }

    /// <summary>Drops it, whoever is still connected.</summary>
    public static async Task DropAsync(TestDatabase database)
    {
        Release(database);
        await AskAsync(await server.Value, $"drop database if exists {database.Name} with (force)");
    }

    /// <summary>Gives back every idle connection, so that it can be copied.</summary>
    public static void Release(TestDatabase database)
    {
        using var pool = new NpgsqlConnection(database.ConnectionString);
        NpgsqlConnection.ClearPool(pool);
    }

    /// <summary>Ends the server, if this run ever started it.</summary>
    public static async Task StopAsync()
    {
        if (server.IsValueCreated) await (await server.Value).StopAsync();
    }

    static async Task<EmbeddedServer> StartAsync()
    {
        var project = Assembly.GetEntryAssembly()!.GetName().Name!.ToLowerInvariant();
        var folder = new DataFolder(Path.Combine(Repository.Artifacts, "postgres", project));
        Directory.CreateDirectory(folder.Path);
        var started = new EmbeddedServer(
            folder, () => Binaries.Find(null, Repository.Root), NullLogger.Instance,
            "max_connections=200", "fsync=off", "synchronous_commit=off", "full_page_writes=off");
        await started.StartAsync(CancellationToken.None);

        foreach (var left in await ListAsync(started)) await AskAsync(started, $"drop database {left} with (force)");
        return started;
    }

    static async Task<List<string>> ListAsync(EmbeddedServer running)
    {
        await using var source = NpgsqlDataSource.Create(running.Connection("postgres").ConnectionString);
        await using var ask = source.CreateCommand("select datname from pg_database where datname like 'test\\_%'");
        await using var reader = await ask.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync()) names.Add(reader.GetString(0));
        return names;
    }

    /// <summary>One after another: PostgreSQL refuses to copy a template while another copies it.</summary>
    static async Task AskAsync(EmbeddedServer running, string sql)
    {
        await oneAtATime.WaitAsync();
        try
        {
            await using var connection = new NpgsqlConnection(running.Connection("postgres").ConnectionString);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
        finally
        {
            oneAtATime.Release();
        }
    }
}
