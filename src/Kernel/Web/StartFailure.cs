using System.Net.Sockets;
using System.Text.RegularExpressions;

using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

using Npgsql;

using Percurso.Kernel.Data;

namespace Percurso.Kernel.Web;

/// <summary>
/// Why the host did not start, in a sentence or two for whoever runs it: what is wrong and how to mend it. In English, like
/// the configuration keys it names.
/// </summary>
static partial class StartFailure
{
    /// <returns>Null when no person can mend it by these words: a bug, whose trace is worth more.</returns>
    public static string? Explain(Exception failure) =>
        Causes(failure).Select(cause => Sentence(cause, failure)).FirstOrDefault(sentence => sentence is not null);

    static string? Sentence(Exception cause, Exception whole) => cause switch
    {
        StartRefusedException refused => refused.Message,
        OptionsValidationException invalid => string.Join(" ", invalid.Failures),
        AddressInUseException =>
            $"Port {PortIn(whole)} is in use by another program. Stop that program, or take another port: --urls http://localhost:5099 (./run --port 5099).",
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            $"Port {PortIn(whole)} may not be opened by this account. Take one above 1023: --urls http://localhost:5080 (./run --port 5080).",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } =>
            $"The address {AddressIn(whole)} is not one of this machine's. Correct --urls (ASPNETCORE_URLS).",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } denied =>
            $"The database user may not do what the host needs: {denied.MessageText}. "
            + "Grant it: grant all on database percurso to the user that ConnectionStrings:Percurso names.",
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } =>
            "The disk of the PostgreSQL server is full. Make room there, then start again.",
        NpgsqlException { IsTransient: true } lost => $"The connection to PostgreSQL was lost: {lost.Message.TrimEnd('.')}. Start again when the server is up.",
        IOException full when DiskFailure.IsFull(full) => $"The disk is full ({full.Message.TrimEnd('.')}). Make room, then start again.",
        UnauthorizedAccessException denied =>
            $"{denied.Message.TrimEnd('.')}. Give the account that runs the host access to it.",
        _ => null,
    };

    /// <summary>The innermost last: a sentence of ours stands before what caused it.</summary>
    static IEnumerable<Exception> Causes(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause is AggregateException many ? many.InnerExceptions[0] : cause.InnerException)
            yield return cause;
    }

    static string PortIn(Exception failure) => Port().Match(Address(failure)) is { Success: true } match ? match.Value : "asked for";

    static string AddressIn(Exception failure) => Address(failure) is { Length: > 0 } address ? address : "asked for";

    static string Address(Exception failure) =>
        Causes(failure).Select(cause => Url().Match(cause.Message)).FirstOrDefault(match => match.Success)?.Value ?? "";

    [GeneratedRegex("""https?://\S+:\d+""")]
    private static partial Regex Url();

    [GeneratedRegex("""\d+$""")]
    private static partial Regex Port();
}
