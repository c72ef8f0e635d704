using System.Text.RegularExpressions;

namespace Percurso.Domain.Tests.Sources;

/// <summary>One place where the product says something to a person.</summary>
/// <param name="Key">The Portuguese words; null when they are put together at run time, so that no translation can be found.</param>
/// <param name="Many">The plural form, where a count decides.</param>
sealed record Saying(int Line, string? Key, string? Many = null);

/// <summary>Finds what a C# file or a view says: by <c>T["…"]</c>, and by whatever the product translates later.</summary>
static partial class WordsInSource
{
    public static IEnumerable<Saying> Of(string source)
    {
        var translators = string.Join('|', Translator().Matches(source).Select(found => found.Groups["name"].Value).Append("T").Distinct());

        return [.. Said(source, $@"\b(?:{translators})\s*\[\s*"),
            .. Said(source, @"\bRuleBrokenException\(\s*"),
            .. Said(source, @"\bTusRefusal\([^,""]+,\s*"),
            .. Said(source, @"\bObstacle(?:<[^=;()]*>)?(?:\s+\w+\s*=\s*new)?\(\s*"),
            .. Said(source, @"\bSay\(\s*"),
            .. Said(source, @"\bErrorMessage\s*=\s*"),
            .. Said(source, @"\bDisplay\(\s*Name\s*=\s*"),
            .. Said(source, @"\bMenu\.\w+,\s*"),
            .. Said(source, @"\bGroup:\s*"),
            .. Said(source, @"\bRefusal\s*=>\s*"),
            .. Said(source, @"\bField\(\s*"),
            .. Said(source, @"\bHint\s*=\s*"),
            .. Said(source, @"\bMeasures\s*=\s*"),
            .. Said(source, @"\bBlockKind \w+ \{ get; \} = new\(\s*[\w.""-]+,\s*"),
            .. Said(source, @"\b(?:Rule|FactKind) \w+ = new\(\s*[\w.""-]+,\s*"),
            .. Said(source, @"\bnew (?:Permission|AuditAct)\(\s*[\w.""-]+,\s*"),
            .. AddPermissions().Matches(source).SelectMany(call => Said(source, @"\bnew\(\s*[\w.""-]+,\s*", call.Index, EndOfCall(source, call))),
            .. Counted(source, $@"\b(?:{translators})\.Plural\(")];
    }

    static IEnumerable<Saying> Said(string source, string before, int from = 0, int? to = null)
    {
        for (var match = Regex.Match(source[..(to ?? source.Length)], before, RegexOptions.None, TimeSpan.FromSeconds(5)); match.Success; match = match.NextMatch())
        {
            var at = match.Index + match.Length;
            if (match.Index < from) continue;
            if (CSharpLiteral.At(source, at) is { } literal) yield return new(LineOf(source, at), literal.Text);
            else if (CSharpLiteral.IsInterpolatedAt(source, at)) yield return new(LineOf(source, at), null);
        }
    }

    static IEnumerable<Saying> Counted(string source, string before)
    {
        foreach (Match match in Regex.Matches(source, before, RegexOptions.None, TimeSpan.FromSeconds(5)))
        {
            var at = AfterComma(source, match.Index + match.Length);
            if (CSharpLiteral.At(source, at) is { } one && CSharpLiteral.At(source, AfterComma(source, one.End)) is { } many)
                yield return new(LineOf(source, at), one.Text, many.Text);
            else
                yield return new(LineOf(source, at), null);
        }
    }

    /// <summary>Where the next argument begins: after the first comma that stands in no inner brackets.</summary>
    static int AfterComma(string source, int at)
    {
        for (var depth = 0; at < source.Length && (depth > 0 || source[at] != ','); at++)
            depth += source[at] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
        for (at = Math.Min(at + 1, source.Length); at < source.Length && char.IsWhiteSpace(source[at]);) at++;
        return at;
    }

    static int EndOfCall(string source, Match call)
    {
        var (at, depth) = (call.Index + call.Length, 1);
        for (; at < source.Length && depth > 0; at++) depth += source[at] switch { '(' => 1, ')' => -1, _ => 0 };
        return at;
    }

    static int LineOf(string source, int at) => 1 + source.AsSpan(0, at).Count('\n');

    [GeneratedRegex(@"\b(?:Words|IStringLocalizer)\s+(?<name>@?\w+)\b")]
    private static partial Regex Translator();

    [GeneratedRegex(@"\bAddPermissions\(")]
    private static partial Regex AddPermissions();
}
