using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Rights;
using Percurso.Cases.Spine;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;

namespace Percurso.Cases.Pages.Cases.Staff;

/// <summary>Makes the next version of the pathway.</summary>
sealed class EditPathway(CasesDb db, IAudit audit, TimeProvider clock)
{
    /// <summary>Null where the recipe brought none.</summary>
    public Task<Pathway?> NewestAsync(CancellationToken cancel) =>
        db.Pathways.AsNoTracking().Where(one => one.Key == OpenCases.SurgicalGuide).OrderByDescending(one => one.Number).FirstOrDefaultAsync(cancel);

    public async Task SaveAsync(Pathway before, IReadOnlyList<PathwayStep> steps, string step, Guid by, CancellationToken cancel)
    {
        using var together = Together.Begin();
        var next = before.Next(steps, by, clock.GetUtcNow().UtcDateTime);
        db.Add(next);
        await db.SaveChangesAsync(cancel);
        await audit.RecordAsync(CasesActs.PathwayChanged, next.Key, new Dictionary<string, string> { ["version"] = $"{next.Number}", ["step"] = step }, cancel);
        together.Complete();
    }
}
