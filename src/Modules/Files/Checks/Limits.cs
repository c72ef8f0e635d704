namespace Percurso.Files.Checks;

/// <summary>The limits that hold for one slot: the rules' own, unless an administrator wrote others.</summary>
/// <param name="edited">By the rule's key.</param>
sealed class Limits(IReadOnlyDictionary<string, Limit> edited)
{
    public static readonly Limits Usual = new(new Dictionary<string, Limit>());

    public Limit Of(Rule rule) =>
        edited.TryGetValue(rule.Key, out var limit) ? limit with { LessIsWorse = rule.Limit?.LessIsWorse ?? limit.LessIsWorse } : rule.Limit ?? throw new ArgumentException($"The rule {rule.Key} has no limit.", nameof(rule));
}
