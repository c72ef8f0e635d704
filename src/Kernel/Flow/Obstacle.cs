namespace Percurso.Kernel.Flow;

/// <summary>Something that stands in the way of a move: named in the table, worded once.</summary>
/// <param name="Words">What the person is told, in Portuguese: what is missing and what to do.</param>
/// <param name="Stands">Whether it stands in the way now.</param>
public sealed record Obstacle<TSubject>(string Words, Func<TSubject, bool> Stands);
