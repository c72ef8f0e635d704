using Percurso.Files.Checks.Meshes;

namespace Percurso.Files.Checks;

/// <summary>The limits that hold for one slot: the rules' own, unless an administrator wrote others.</summary>
/// <param name="edited">By the rule's key.</param>
sealed class Limits(IReadOnlyDictionary<string, Limit> edited)
{
    public static readonly Limits Usual = new(new Dictionary<string, Limit>());

    /// <summary>Of planned parts: few triangles, a few millimetres and several pieces are all right.</summary>
    public static readonly Limits Parts = new(new Dictionary<string, Limit>
    {
        [MeshRules.Few.Key] = new(4, 1),
        [MeshRules.Small.Key] = new(1, 0.1),
        [MeshRules.Pieces.Key] = new(2_000, 100_000),
        [MeshRules.Open.Key] = new(50, 101),
    });

    public Limit Of(Rule rule) =>
        edited.TryGetValue(rule.Key, out var limit) ? limit with { LessIsWorse = rule.Limit?.LessIsWorse ?? limit.LessIsWorse } : rule.Limit ?? throw new ArgumentException($"The rule {rule.Key} has no limit.", nameof(rule));
}
