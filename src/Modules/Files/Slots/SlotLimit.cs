using Percurso.Files.Checks;
using Percurso.Kernel;

namespace Percurso.Files.Slots;

/// <summary>What the administration wrote instead of a rule's own limit.</summary>
/// <param name="Risk">The last number that is fine.</param>
/// <param name="Refuse">The last number that is not refused; null where none is.</param>
sealed record SlotLimit(double Risk, double? Refuse)
{
    public Limit For(Rule rule)
    {
        var less = rule.Limit!.Value.LessIsWorse;
        return new(Risk, Refuse ?? (less ? double.NegativeInfinity : double.PositiveInfinity)) { LessIsWorse = less };
    }

    /// <exception cref="RuleBrokenException">What is refused would come before what is doubtful, or is more than the program has room for.</exception>
    public void Demand(Rule rule)
    {
        var (own, limit) = (rule.Limit!.Value, For(rule));
        if (limit.IsBeyond(limit.Risk, limit.Refuse))
            throw new RuleBrokenException(own.LessIsWorse ? "A recusa não pode começar acima de onde começa a dúvida." : "A recusa não pode começar abaixo de onde começa a dúvida.") { Field = "Input.RefuseLimit" };
        if (rule.IsCeiling && limit.Refuse > own.Refuse)
            throw new RuleBrokenException("O programa não aguenta mais do que {0:N0}.", own.Refuse) { Field = "Input.RefuseLimit" };
    }
}
