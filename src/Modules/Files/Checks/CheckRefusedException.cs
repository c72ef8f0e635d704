namespace Percurso.Files.Checks;

/// <summary>Deep within a file something was met that refuses the whole of it. Never leaves <see cref="FileChecks.Judge"/>.</summary>
sealed class CheckRefusedException(Rule rule, double? found = null, double? limit = null, params string[] about) : Exception(rule.Key)
{
    public Verdict Verdict { get; } = Findings.Refuse(FileSort.None, rule, found, limit, about);
}
