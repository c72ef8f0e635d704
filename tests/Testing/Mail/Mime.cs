using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Percurso.Testing.Mail;

/// <summary>Reads as much of MIME (RFC 2045 to 2047) as the product's letters use: nested parts, both encodings, encoded headers.</summary>
static partial class Mime
{
    public static ReceivedLetter Read(string from, IReadOnlyList<string> to, string source)
    {
        var (headers, _) = Split(source);
        var parts = Leaves(source).ToLookup(part => part.Type, part => part.Body, StringComparer.OrdinalIgnoreCase);
        return new(from, to, headers, string.Concat(parts["text/plain"]), string.Concat(parts["text/html"]), string.Concat(parts["text/calendar"]));
    }

    static IEnumerable<(string Type, string Body)> Leaves(string source)
    {
        var (headers, body) = Split(source);
        var type = headers.GetValueOrDefault("Content-Type", "text/plain");
        if (Boundary().Match(type) is { Success: true } boundary)
            return body.Split("--" + boundary.Groups["mark"].Value)[1..^1].SelectMany(part => Leaves(part.TrimStart('\r', '\n')));

        var bytes = headers.GetValueOrDefault("Content-Transfer-Encoding", "7bit").ToUpperInvariant() switch
        {
            "BASE64" => Convert.FromBase64String(body),
            "QUOTED-PRINTABLE" => Unquoted(body.Replace("=\r\n", "", StringComparison.Ordinal)),
            _ => Encoding.Latin1.GetBytes(body),
        };
        return [(type.Split(';')[0].Trim(), Encoding.UTF8.GetString(bytes).Trim())];
    }

    static (Dictionary<string, string> Headers, string Body) Split(string source)
    {
        var end = source.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = Folded().Replace(end < 0 ? source : source[..end], " ");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
            if (line.Split(':', 2) is [var name, var value])
                headers[name] = Decoded(value.Trim());
        return (headers, end < 0 ? "" : source[(end + 4)..]);
    }

    static string Decoded(string header) =>
        EncodedWord().Replace(BetweenWords().Replace(header, "?==?"), word => Encoding.UTF8.GetString(word.Groups["how"].Value is "B" or "b"
            ? Convert.FromBase64String(word.Groups["text"].Value)
            : Unquoted(word.Groups["text"].Value.Replace('_', ' '))));

    static byte[] Unquoted(string text) =>
        Encoding.Latin1.GetBytes(Quoted().Replace(text, code => ((char)byte.Parse(code.Groups["hex"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()));

    [GeneratedRegex("""boundary="?(?<mark>[^";]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Folded();

    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?utf-8\?(?<how>[BbQq])\?(?<text>[^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();

    [GeneratedRegex("=(?<hex>[0-9A-Fa-f]{2})")]
    private static partial Regex Quoted();
}
