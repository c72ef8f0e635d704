using System.Text.Json;

using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Kernel.Data;

namespace Percurso.Cases.Spine;

/// <summary>Takes cases on: what is done opens what waited for it, as the kinds of steps prepare it.</summary>
sealed class Walk(CasesDb db, IEnumerable<IStepKind> kinds, Timetable timetable, TimeProvider clock) : ICaseSteps, ICases
{
    static readonly JsonElement NoSettings = JsonDocument.Parse("{}").RootElement;

    DateTime Now => clock.GetUtcNow().UtcDateTime;

    public IStepKind? KindOf(string name) => kinds.FirstOrDefault(kind => kind.Name == name);

    public Task DoneAsync(Guid caseId, string step, object evidence, Guid? by, CancellationToken cancel, string? words = null) =>
        ActAsync(caseId, one => one.Finish(step, evidence, by, Now, words), cancel);

    public Task ReopenAsync(Guid caseId, string step, Turn turn, string reason, Guid? by, CancellationToken cancel, bool byDentist = false) =>
        ActAsync(caseId, one => one.Reopen(step, turn, reason, by, Now, byDentist), cancel);

    public Task PassAsync(Guid caseId, string step, Turn turn, string? reason, Guid? by, CancellationToken cancel) =>
        ActAsync(caseId, one => one.Pass(step, turn, reason, by, Now), cancel);

    public async Task<CaseFacts?> FindAsync(Guid caseId, CancellationToken cancel) =>
        (await db.Cases.AsNoTracking().SingleOrDefaultAsync(one => one.Id == caseId, cancel))?.AsFacts();

    /// <summary>Loads a case, lets somebody do something to it, and takes it on from there, in one transaction.</summary>
    public async Task ActAsync(Guid caseId, Action<Case> verb, CancellationToken cancel)
    {
        var found = await db.Whole.SingleAsync(one => one.Id == caseId, cancel);
        await ActAsync(found, verb, cancel);
    }

    public async Task ActAsync(Case found, Action<Case> verb, CancellationToken cancel)
    {
        using var together = Together.Begin();
        verb(found);
        await GoOnAsync(found, cancel);
        await db.SaveChangesAsync(cancel);
        together.Complete();
    }

    /// <summary>Opens every step that can open, and those that follow where one is done as soon as it opens; then counts the days anew.</summary>
    public async Task GoOnAsync(Case found, CancellationToken cancel)
    {
        var pathway = await db.Pathways.SingleAsync(one => one.Id == found.PathwayId, cancel);
        while (found.Waiting.FirstOrDefault(step => KindOf(step.Kind) is not null) is { } next)
        {
            var opening = await KindOf(next.Kind)!.OpenAsync(new(found.AsFacts(), next.Key, pathway.Step(next.Key).Settings ?? NoSettings), cancel);
            found.Unlock(next.Key, opening.Turn, Now);
            if (opening.Evidence is { } evidence) found.Finish(next.Key, evidence, null, Now);
        }

        await timetable.PromiseAsync(found, pathway, cancel);
    }
}
