using System.Globalization;

using Percurso.Files.Checks;

namespace Percurso.Testing.Samples;

/// <summary>One line of the tables in <c>docs/spec/checks.md</c>: a file, and one thing found in it.</summary>
sealed record VerdictRow(string File, string Rule, string Limit, string Found, string Level, string Sentence)
{
    static readonly CultureInfo portuguese = CultureInfo.GetCultureInfo("pt-BR");

    /// <summary>Those of a verdict, in its order; one that says "fine" for a verdict without findings.</summary>
    public static IEnumerable<VerdictRow> Of(string file, Verdict verdict) =>
        verdict.Findings.Count == 0
            ? [new(file, "", "", "", "Fine", "")]
            : verdict.Findings.Select(finding => new VerdictRow(file, finding.Rule, Number(finding.Limit), Number(finding.Found), finding.Level.ToString(), InWords(finding)));

    /// <summary>A line of a table in Markdown; null for another line.</summary>
    public static VerdictRow? Parse(string line) =>
        line.StartsWith("| ", StringComparison.Ordinal) && line.Trim()[1..^1].Split('|').Select(cell => cell.Trim()).ToArray() is [var file, var rule, var limit, var found, var level, var sentence]
            ? new(file, rule, limit, found, level, sentence)
            : null;

    public override string ToString() => $"| {File} | {Rule} | {Limit} | {Found} | {Level} | {Sentence} |";

    static string InWords(Finding finding) => string.Format(portuguese, Rules.Find(finding.Rule)!.Words, finding.Values);

    static string Number(double? number) => number?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
