using System.Collections;

namespace Percurso.Kernel.Flow;

/// <summary>
/// A workflow as the specification's table, written as a collection initialiser: in which state, who, may do what, leading
/// where, unless what stands in the way. Pages offer by it, guards refuse by it, the drawing and the documentation read it.
/// </summary>
/// <typeparam name="TState">Where the subject can be.</typeparam>
/// <typeparam name="TRole">Who acts.</typeparam>
/// <typeparam name="TMove">What one does.</typeparam>
/// <typeparam name="TSubject">What the obstacles look at.</typeparam>
public sealed class Flow<TState, TRole, TMove, TSubject> : IEnumerable<Flow<TState, TRole, TMove, TSubject>.Row>
    where TState : struct, Enum
    where TRole : struct, Enum
    where TMove : struct, Enum
{
    /// <summary>One line of the table.</summary>
    public sealed record Row(TState In, TRole Who, TMove May, TState LeadingTo, IReadOnlyList<Obstacle<TSubject>> Unless);

    readonly List<Row> rows = [];

    /// <exception cref="ArgumentException">The same state, role and move stand in the table already.</exception>
    public void Add(TState @in, TRole who, TMove may, TState leadingTo, params IReadOnlyList<Obstacle<TSubject>> unless)
    {
        if (Find(@in, who, may) is not null) throw new ArgumentException($"{@in}, {who}, {may} stands in the table twice.");

        rows.Add(new(@in, who, may, leadingTo, unless));
    }

    /// <summary>What somebody of this role may do now, obstacles or not: what a page shows.</summary>
    public IEnumerable<Row> Offered(TState @in, TRole who) => rows.Where(row => row.In.Equals(@in) && row.Who.Equals(who));

    public Row? Find(TState @in, TRole who, TMove may) => rows.Find(row => row.In.Equals(@in) && row.Who.Equals(who) && row.May.Equals(may));

    /// <summary>what stands in the way of this move now, worded for the person; empty when nothing does.</summary>
    public IEnumerable<Obstacle<TSubject>> InTheWay(TState @in, TRole who, TMove may, TSubject subject) =>
        Find(@in, who, may)?.Unless.Where(obstacle => obstacle.Stands(subject)) ?? [];

    /// <summary>Where the move leads. Call it before anything is changed.</summary>
    /// <exception cref="RuleBrokenException">The table does not list it, or an obstacle stands.</exception>
    public TState Do(TState @in, TRole who, TMove may, TSubject subject)
    {
        var row = Find(@in, who, may) ?? throw new RuleBrokenException("Isto não pode ser feito agora. Veja na página o que é possível neste momento.");
        if (row.Unless.FirstOrDefault(one => one.Stands(subject)) is { } obstacle) throw new RuleBrokenException(obstacle.Words);

        return row.LeadingTo;
    }

    public IEnumerator<Row> GetEnumerator() => rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
