using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Steps.Review;
using Percurso.Viewer.Contracts;

namespace Percurso.Cases.Steps.Printing;

/// <summary>The final plan that may be printed.</summary>
/// <param name="Review">Approved.</param>
/// <param name="Parts">What of it can be printed; of each guide one, of the others none to begin with.</param>
sealed record PrintablePlan(PlanReview Review, IReadOnlyList<WishedPart> Parts);

/// <summary>Finds what was approved before this step, and says whether it still is what was approved.</summary>
sealed class ApprovedParts(CasesDb db, IVersions versions, FinalPlan final)
{
    static readonly LayerKind[] printed = [LayerKind.Guide, LayerKind.Teeth, LayerKind.Jaw, LayerKind.Bone];

    public async Task<PrintablePlan?> FindAsync(Case one, CaseStep step, CancellationToken cancel)
    {
        var before = one.Steps.Where(other => other.Position < step.Position).Select(other => other.Key).ToList();
        var review = await db.WholeReviews.AsNoTracking().SingleOrDefaultAsync(row => row.CaseId == one.Id && before.Contains(row.Step) && row.HasDownloads && row.State == ReviewState.Approved, cancel);
        if (review?.VersionId is not { } id || await versions.FindAsync(id, cancel) is not { } version) return null;

        return new(review, [.. version.Layers.Where(layer => printed.Contains(layer.Kind)).OrderBy(layer => Array.IndexOf(printed, layer.Kind))
            .Select(layer => new WishedPart(layer.FileId, layer.FileSha256, layer.Name, layer.Kind == LayerKind.Guide, layer.Kind == LayerKind.Guide ? 1 : 0))]);
    }

    /// <summary>Whether rows and bytes are those that were approved; reads them all.</summary>
    public async Task<bool> AreWholeAsync(Case one, PrintablePlan? plan, CancellationToken cancel) =>
        plan is null || await final.AreRowsWholeAsync(plan.Review, cancel) && await final.AreBytesWholeAsync(one, plan.Review, cancel);
}
