using Percurso.Cases.Contracts;
using Percurso.Cases.Domain;

namespace Percurso.Cases.Spine;

/// <summary>Whether the path has gone on after a step that was done: what was signed there is not taken back then.</summary>
sealed class GoneOn(IEnumerable<IStepKind> kinds)
{
    /// <summary>A later step is done, or something was begun in one that opened because of this one.</summary>
    public async Task<bool> AfterAsync(Case one, string key, CancellationToken cancel)
    {
        if (one.FindStep(key) is not { } step) return false;
        if (one.HasGoneOnAfter(step)) return true;

        foreach (var later in one.Steps.Where(later => later.State == StepState.Open && later.Needs.Contains(step.Key)))
            if (kinds.FirstOrDefault(kind => kind.Name == later.Kind) is { } kind && await kind.HasBegunAsync(one.Id, later.Key, cancel)) return true;
        return false;
    }
}
