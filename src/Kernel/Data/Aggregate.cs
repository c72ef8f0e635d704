using Percurso.Kernel.Events;

namespace Percurso.Kernel.Data;

/// <summary>
/// A thing with rules of its own, loaded and saved whole. Its verbs are methods named after what people do; each calls
/// <see cref="Changed"/>, so that two people who changed it at the same time are told, even when only a child row moved.
/// </summary>
public abstract class Aggregate
{
    readonly List<IFact> recorded = [];

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Moves with every verb; the database refuses to save over a version that has moved meanwhile.</summary>
    public int Version { get; private set; }

    internal IReadOnlyList<IFact> Recorded => recorded;

    internal void ForgetRecorded() => recorded.Clear();

    protected void Changed() => Version++;

    /// <summary>Tells those who listen, once this change is saved.</summary>
    protected void Record(IFact fact) => recorded.Add(fact);
}
