using System.Text.RegularExpressions;

namespace Percurso.Domain.Tests.Sources;

/// <summary>
/// Reads a C# string constant where it stands in a source: regular, verbatim or raw, and several joined by <c>+</c>.
/// </summary>
static partial class CSharpLiteral
{
    /// <summary>The text at this place and where the source goes on after it; null when no constant begins here.</summary>
    public static (string Text, int End)? At(string source, int start)
    {
        if (One(source, start) is not { } first) return null;

        return Plus().Match(source, first.End) is { Success: true } plus && At(source, plus.Index + plus.Length) is { } rest
            ? (first.Text + rest.Text, rest.End)
            : first;
    }

    /// <summary>Whether the text is put together at run time here, which no translation can be.</summary>
    public static bool IsInterpolatedAt(string source, int start) => Interpolated().IsMatch(source, start);

    /// <summary>Every constant of a source.</summary>
    public static IEnumerable<string> AllIn(string source)
    {
        for (var at = 0; at < source.Length; at++)
        {
            if (source[at] is not ('"' or '@') || One(source, at) is not { } literal) continue;

            yield return literal.Text;
            at = literal.End - 1;
        }
    }

    static (string Text, int End)? One(string source, int start)
    {
        if (Raw().Match(source, start) is { Success: true } raw) return (Unindented(raw.Groups["text"].Value), raw.Index + raw.Length);
        if (Verbatim().Match(source, start) is { Success: true } verbatim)
            return (verbatim.Groups["text"].Value.Replace("\"\"", "\"", StringComparison.Ordinal), verbatim.Index + verbatim.Length);
        return Regular().Match(source, start) is { Success: true } regular
            ? (Regex.Unescape(regular.Groups["text"].Value), regular.Index + regular.Length)
            : null;
    }

    static string Unindented(string raw)
    {
        if (!raw.StartsWith('\n')) return raw;

        var lines = raw[1..].Split('\n');
        var indent = lines[^1].Length;
        return string.Join('\n', lines[..^1].Select(line => line.Length >= indent ? line[indent..] : ""));
    }

    [GeneratedRegex("""\G(?<quotes>"{3,})(?<text>.*?)\k<quotes>""", RegexOptions.Singleline)]
    private static partial Regex Raw();

    [GeneratedRegex("""\G@"(?<text>([^"]|"")*)""" + "\"")]
    private static partial Regex Verbatim();

    [GeneratedRegex("""\G"(?<text>([^"\\\n]|\\.)*)""" + "\"")]
    private static partial Regex Regular();

    [GeneratedRegex("""\G(\$+@?|@\$)""" + "\"")]
    private static partial Regex Interpolated();

    [GeneratedRegex(@"\G\s*\+\s*")]
    private static partial Regex Plus();
}
