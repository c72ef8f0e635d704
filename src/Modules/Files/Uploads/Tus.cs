using System.Globalization;
using System.Text;

using Microsoft.AspNetCore.Http;

namespace Percurso.Files.Uploads;

/// <summary>
/// The words of tus 1.0.0 (tus.io/protocols/resumable-upload): core, creation, creation-with-upload, creation-defer-length, checksum,
/// expiration, termination, concatenation.
/// </summary>
static class Tus
{
    public const string Version = "1.0.0";
    public const string Extensions = "creation,creation-with-upload,creation-defer-length,checksum,expiration,termination,concatenation";
    public const string ChecksumAlgorithms = "sha1,sha256,sha512,md5";
    public const string BodyType = "application/offset+octet-stream";
    public const int ChecksumMismatch = 460;

    /// <summary>Not every header value that a stranger writes is worth keeping.</summary>
    public const int MetadataLength = 4096;

    /// <summary>A header that holds a whole number, 0 or more.</summary>
    /// <exception cref="TusRefusal">It holds something else.</exception>
    public static long? Number(HttpRequest request, string header)
    {
        if (request.Headers[header] is not { Count: > 0 } values) return null;

        return values.Count == 1 && long.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new TusRefusal(StatusCodes.Status400BadRequest, "O programa de envio mandou um número que não se lê em {0}.", header);
    }

    /// <summary><c>key base64,key base64,key</c>; keys once each.</summary>
    /// <exception cref="TusRefusal">It has not that form.</exception>
    public static IReadOnlyDictionary<string, string> Metadata(string? header)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (string.IsNullOrEmpty(header)) return values;

        foreach (var pair in header.Length <= MetadataLength ? header.Split(',') : throw Unreadable())
        {
            var parts = pair.Trim().Split(' ');
            if (parts.Length > 2 || parts[0].Length == 0 || !values.TryAdd(parts[0], parts.Length == 2 ? Decoded(parts[1]) : "")) throw Unreadable();
        }

        return values;
    }

    static string Decoded(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : throw Unreadable();
    }

    static TusRefusal Unreadable() => new(StatusCodes.Status400BadRequest, "O programa de envio descreveu o arquivo de um jeito que não se lê.");
}

/// <summary>A request of the protocol cannot be carried out.</summary>
/// <param name="status">As the protocol says.</param>
/// <param name="words">A sentence in Portuguese for whoever sends, a key of the translations.</param>
/// <param name="arguments">What fills it.</param>
sealed class TusRefusal(int status, string words, params object[] arguments) : Exception(words)
{
    public int Status => status;

    public string Words => Message;

    public object[] Arguments => arguments;

    /// <summary>For whom it is not there, it is not there.</summary>
    public static TusRefusal NotThere() => new(StatusCodes.Status404NotFound, "Este envio não está aqui. Comece-o de novo pela página do caso.");
}
