using System.Net.Sockets;
using System.Security.Authentication;

using Npgsql;

namespace Percurso.Kernel.Data;

/// <summary>
/// Says which part of <c>ConnectionStrings:Percurso</c> is wrong. SQLSTATE codes: PostgreSQL manual, appendix A. A password
/// is never repeated.
/// </summary>
static class ConnectionFailure
{
    /// <exception cref="StartRefusedException">It is not a connection string, or names no server.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            var target = new NpgsqlConnectionStringBuilder(connectionString);
            if (string.IsNullOrEmpty(target.Host)) throw new StartRefusedException($"ConnectionStrings:Percurso names no Host. {Shape}");
            return target;
        }
        catch (Exception cause) when (cause is ArgumentException or FormatException or InvalidCastException or KeyNotFoundException)
        {
            throw new StartRefusedException($"ConnectionStrings:Percurso is not a connection string that can be read. {Shape}", cause);
        }
    }

    public static string Explain(NpgsqlException failure, NpgsqlConnectionStringBuilder target)
    {
        var server = $"{target.Host}:{target.Port}";
        return failure switch
        {
            PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
                $"The PostgreSQL server at {server} does not let the user \"{target.Username}\" in. "
                + "Check Username and Password in ConnectionStrings:Percurso, and the server's pg_hba.conf.",
            PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
                $"The PostgreSQL server at {server} has no database \"{target.Database ?? target.Username}\". "
                + $"Create it (create database {target.Database ?? target.Username} owner {target.Username}), "
                + "or correct Database in ConnectionStrings:Percurso.",
            PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } =>
                $"The PostgreSQL server at {server} has no connection left. "
                + "Raise its max_connections, or lower Postgres:MaxPoolSize on every host that uses it.",
            PostgresException refused => $"The PostgreSQL server at {server} refuses the connection: {refused.MessageText} ({refused.SqlState}).",
            { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } } =>
                $"The name \"{target.Host}\" is not known to this network. Correct Host in ConnectionStrings:Percurso.",
            { InnerException: AuthenticationException } =>
                $"The PostgreSQL server at {server} and this host do not agree on encryption: {failure.InnerException.Message} "
                + "Check SSL Mode and Root Certificate in ConnectionStrings:Percurso.",
            _ =>
                $"No PostgreSQL server answers at {server} ({Reason(failure)}). "
                + "Start it, or correct Host and Port in ConnectionStrings:Percurso.",
        };
    }

    static string Reason(NpgsqlException failure) => failure.InnerException switch
    {
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "the connection is refused",
        TimeoutException => "it does not answer in time",
        { } cause => cause.Message.TrimEnd('.'),
        null => failure.Message.TrimEnd('.'),
    };

    const string Shape =
        "It looks like: Host=db.example;Database=percurso;Username=percurso;Password=… (leave it empty for the embedded server).";
}
