namespace Percurso.Cases.Domain;

/// <summary>The last number that cases of one year were given. Moved by a statement of its own, in the transaction that opens the case.</summary>
sealed class Numbering
{
    public required int Year { get; init; }
    public required int Last { get; init; }
}
