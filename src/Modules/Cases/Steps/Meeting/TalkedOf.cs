using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Steps.Review;
using Percurso.Viewer.Contracts;

namespace Percurso.Cases.Steps.Meeting;

/// <summary>Which version lies on the table in a meeting: the last that the dentist may see, of the latest step that has one.</summary>
sealed class TalkedOf(CasesDb db, IVersions versions)
{
    /// <returns>The plan, its version, and the one before it; null while there is nothing to look at.</returns>
    public async Task<(PlanReview Plan, VersionView Version, VersionView? Before)?> FindAsync(Case one, CancellationToken cancel)
    {
        var plans = await db.Reviews.AsNoTracking().Where(plan => plan.CaseId == one.Id).ToListAsync(cancel);
        foreach (var plan in plans.OrderByDescending(plan => one.FindStep(plan.Step)?.Position))
        {
            var released = (await versions.OfAsync(Reviewing.Purpose, plan.Id, cancel)).Where(version => plan.IsReleased(version.Number)).ToList();
            if (released.Count > 0) return (plan, released[^1], released.Count > 1 ? released[^2] : null);
        }

        return null;
    }
}
