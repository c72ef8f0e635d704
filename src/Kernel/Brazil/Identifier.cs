using System.Diagnostics.CodeAnalysis;

namespace Percurso.Kernel.Brazil;

/// <summary>How one kind of identifier is recognised, and what is said when it is not.</summary>
public interface IIdentifier<TSelf> where TSelf : Identifier<TSelf>, IIdentifier<TSelf>
{
    /// <summary>Reads it out of what a person typed, with or without its punctuation; null when it is none.</summary>
    static abstract TSelf? Find(string text);

    /// <summary>What to say to whoever typed something else: one sentence in Portuguese, a key of the translations.</summary>
    static abstract string Refusal { get; }
}

/// <summary>
/// Something the law or a register numbers. Kept, compared and stored as bare text, in capitals and without punctuation; shown
/// by <see cref="ToString"/> as people write it.
/// </summary>
/// <param name="Value">The bare text.</param>
[SuppressMessage("Design", "CA1000", Justification = "Called by the inheriting name: Cpf.Parse.")]
public abstract record Identifier<TSelf>(string Value) where TSelf : Identifier<TSelf>, IIdentifier<TSelf>
{
    /// <summary>More than any identifier with all its punctuation has; nothing longer is looked at.</summary>
    const int Longest = 40;

    public static bool TryParse(string? text, [NotNullWhen(true)] out TSelf? found) =>
        (found = text is { Length: <= Longest } ? TSelf.Find(text.Trim()) : null) is not null;

    /// <exception cref="RuleBrokenException">It is none; the words say which kind was wanted.</exception>
    public static TSelf Parse(string? text) => TryParse(text, out var found) ? found : throw new RuleBrokenException(TSelf.Refusal);

    public abstract override string ToString();
}
