namespace Percurso.Files.Checks;

/// <summary>What a check found: a rule, and how much of it. Kept as it is; its sentence is looked up when it is shown.</summary>
/// <param name="Rule">The rule's key.</param>
/// <param name="Level">How it weighs.</param>
/// <param name="Found">The number found, in the unit of the rule's sentence; null where there is nothing to count.</param>
/// <param name="Limit">The threshold it passed; null where there is none.</param>
/// <param name="About">Texts out of the file that the sentence quotes. They may name a person: see <see cref="Rule.IsPersonal"/>.</param>
sealed record Finding(string Rule, Level Level, double? Found, double? Limit, IReadOnlyList<string> About)
{
    /// <summary>What fills the gaps of the rule's sentence, in order.</summary>
    public object[] Values => [Found ?? 0, Limit ?? 0, .. About];

    public bool Equals(Finding? other) =>
        other is not null && (Rule, Level, Found, Limit) == (other.Rule, other.Level, other.Found, other.Limit) && About.SequenceEqual(other.About);

    public override int GetHashCode() => HashCode.Combine(Rule, Level, Found, Limit);
}
