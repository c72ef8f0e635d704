namespace Percurso.Files.Checks;

/// <summary>Gathers what a check finds.</summary>
sealed class Findings(Limits limits)
{
    readonly List<Finding> all = [];

    /// <summary>Something the check itself weighs.</summary>
    public void Add(Rule rule, Level level, double? found = null, double? limit = null, params string[] about) => all.Add(new(rule.Key, level, found, limit, about));

    /// <summary>A number against the rule's limit; says nothing where it is fine.</summary>
    public void Measure(Rule rule, double found, params string[] about)
    {
        var limit = limits.Of(rule);
        if (limit.Judge(found) is not Level.Fine and var level) all.Add(new(rule.Key, level, found, limit.Passed(level), about));
    }

    public IReadOnlyList<Finding> Heaviest => [.. all.OrderByDescending(finding => finding.Level)];

    /// <summary>The verdict of a file that can only be refused, whatever the limits.</summary>
    public static Verdict Refuse(FileSort sort, Rule rule, double? found = null, double? limit = null, params string[] about) =>
        new(sort, [new(rule.Key, Level.Refused, found, limit, about)], [], []);
}
