using Percurso.Kernel;
using Percurso.Kernel.Localization;

namespace Percurso.Cases.Domain;

/// <summary>
/// One version of a pathway: the ordered steps a case walks. A version never changes, so that a running case keeps the path
/// it began; an edit makes the next version, for cases opened from then on.
/// </summary>
sealed class Pathway
{
    Pathway() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public string Key { get; private init; } = "";

    /// <summary>Counted from 1 within the key.</summary>
    public int Number { get; private init; }
    public LocalText Title { get; private init; } = "";
    public IReadOnlyList<PathwayStep> Steps { get; private init; } = [];
    public DateTime MadeAt { get; private init; }

    /// <summary>Null for the recipe's.</summary>
    public Guid? MadeBy { get; private init; }

    /// <exception cref="RuleBrokenException">It has no steps, two of one key, or a step needs one that does not come before it.</exception>
    public static Pathway Make(string key, int number, LocalText title, IReadOnlyList<PathwayStep> steps, Guid? by, DateTime now)
    {
        if (steps.Count == 0) throw new RuleBrokenException("Um percurso precisa de pelo menos um passo.");

        for (var i = 0; i < steps.Count; i++)
        {
            var before = steps.Take(i).Select(step => step.Key).ToList();
            if (before.Contains(steps[i].Key)) throw new RuleBrokenException("Dois passos do percurso têm a mesma chave: {0}.", steps[i].Key);
            if (NeedsOf(steps, i).Except(before).FirstOrDefault() is { } later)
                throw new RuleBrokenException("O passo {0} depende de {1}, que não vem antes dele.", steps[i].Key, later);
        }

        return new() { Key = key, Number = number, Title = title, Steps = steps, MadeBy = by, MadeAt = now };
    }

    public Pathway Next(IReadOnlyList<PathwayStep> steps, Guid by, DateTime now) => Make(Key, Number + 1, Title, steps, by, now);

    public PathwayStep Step(string key) => Steps.First(step => step.Key == key);

    public IReadOnlyList<string> NeedsOf(int place) => NeedsOf(Steps, place);

    static IReadOnlyList<string> NeedsOf(IReadOnlyList<PathwayStep> steps, int place) =>
        steps[place].Needs ?? (place == 0 ? [] : [steps[place - 1].Key]);
}
