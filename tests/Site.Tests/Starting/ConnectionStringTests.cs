using Microsoft.Extensions.Logging.Abstractions;

using Npgsql;

using Percurso.Kernel.Data;
using Percurso.Kernel.Data.Embedded;
using Percurso.Testing;

namespace Percurso.Tests.Starting;

/// <summary>A wrong connection string: the host says which part of it is wrong, and never repeats the password.</summary>
public sealed class ConnectionStringTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("nonsense")]
    [InlineData("Hots=db.example;Password=hush-hush")]
    [InlineData("Host=db.example;Port=many;Password=hush-hush")]
    public async Task One_that_cannot_be_read(string connectionString)
    {
        var sentence = await StartAsync(connectionString);

        Assert.StartsWith("ConnectionStrings:Percurso is not a connection string that can be read.", sentence, StringComparison.Ordinal);
        Assert.Contains("Host=db.example;Database=percurso", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_without_a_server() =>
        Assert.StartsWith("ConnectionStrings:Percurso names no Host.", await StartAsync("Username=percurso"), StringComparison.Ordinal);

    [Fact]
    public async Task A_server_that_does_not_answer() => Assert.Equal(
        "No PostgreSQL server answers at 127.0.0.1:1 (the connection is refused). Start it, or correct Host and Port in ConnectionStrings:Percurso.",
        await StartAsync("Host=127.0.0.1;Port=1;Username=percurso"));

    [Fact]
    public async Task A_server_nobody_knows() => Assert.Equal(
        "The name \"nowhere.invalid\" is not known to this network. Correct Host in ConnectionStrings:Percurso.",
        await StartAsync("Host=nowhere.invalid;Username=percurso"));

    [Fact]
    public async Task A_server_too_old()
    {
        await using var old = new OldServer("14.11");

        Assert.Equal(
            $"The server at 127.0.0.1:{old.Port} is PostgreSQL 14.11; version 15 or newer is required. Upgrade it, or name another in ConnectionStrings:Percurso.",
            await StartAsync($"Host=127.0.0.1;Port={old.Port};Username=percurso;SSL Mode=Disable;GSS Encryption Mode=Disable;Server Compatibility Mode=NoTypeLoading"));
    }

    [Fact]
    public async Task A_password_or_a_database_that_is_wrong()
    {
        var rules = folder.Write("pg_hba.conf", "local all percurso trust\nlocal all all scram-sha-256\n");
        var server = new EmbeddedServer(
            new DataFolder(Path.Combine(folder.Path, "data")), () => Binaries.Find(null, Repository.Root), NullLogger.Instance, $"hba_file={rules}");
        try
        {
            await server.StartAsync(CancellationToken.None);
            var target = server.Connection("postgres");
            await using (var connection = new NpgsqlConnection(target.ConnectionString))
            {
                await connection.OpenAsync();
                await using var command = new NpgsqlCommand("create role ana login password 'hush-hush'", connection);
                await command.ExecuteNonQueryAsync();
            }

            Assert.StartsWith(
                $"The PostgreSQL server at {target.Host}:5432 does not let the user \"ana\" in. Check Username and Password in ConnectionStrings:Percurso",
                await StartAsync($"Host={target.Host};Username=ana;Password=guessed;Database=postgres"), StringComparison.Ordinal);
            Assert.StartsWith(
                $"The PostgreSQL server at {target.Host}:5432 has no database \"nowhere\". Create it (create database nowhere owner ana)",
                await StartAsync($"Host={target.Host};Username=ana;Password=hush-hush;Database=nowhere"), StringComparison.Ordinal);
        }
        finally
        {
            await server.StopAsync();
        }
    }

    async Task<string> StartAsync(string connectionString)
    {
        var sentence = await Refused.SentenceAsync($"ConnectionStrings:Percurso={connectionString}", $"Data:Folder={folder.Path}");

        Assert.DoesNotContain("hush-hush", sentence, StringComparison.Ordinal);
        return sentence;
    }
}
