using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Spine;
using Percurso.Cases.Steps.Signing;
using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Kernel.Settings;
using Percurso.Viewer.Contracts;

namespace Percurso.Cases.Steps.Review;

/// <summary>Moves a plan on, with what follows for its version and for the case: each in one transaction.</summary>
sealed class Reviewing(CasesDb db, IVersions versions, IComments comments, FinalPlan final, ICaseSteps steps, GoneOn goneOn, FurtherRounds rounds, ISettings settings, TimeProvider clock)
{
    public const string Purpose = "review";

    DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<ReviewTerms> TermsAsync(CancellationToken cancel) => await settings.FindAsync<ReviewTerms>(cancel) ?? ReviewTerms.None;

    /// <summary>To be changed.</summary>
    public Task<PlanReview> FindAsync(Guid caseId, string step, CancellationToken cancel) =>
        db.WholeReviews.SingleAsync(one => one.CaseId == caseId && one.Step == step, cancel);

    /// <summary>The version that is being made; the first is begun when it is first asked for.</summary>
    public async Task<Guid> DraftAsync(PlanReview review, Guid by, CancellationToken cancel)
    {
        if (review.VersionId is { } known) return known;

        using var together = Together.Begin();
        var begun = await BeginAsync(review, by, cancel);
        together.Complete();
        return begun;
    }

    public async Task SubmitAsync(Case one, PlanReview review, Guid by, CancellationToken cancel)
    {
        var version = review.VersionId is { } id ? await versions.FindAsync(id, cancel) : null;
        var report = await final.ReportAsync(review, cancel);
        var act = new ReviewAct(review, by) { HasModel = version is { IsReady: true }, HasReport = report is not null };
        ReviewFlow.Table.Do(review.State, ReviewRole.Planner, ReviewMove.Submit, act);
        using var together = Together.Begin();
        review.Submit(act, await versions.SealAsync(version!.Id, cancel), Now, report is null ? null : (report.Id, report.Sha256));
        await SaveAsync(one, review, Turn.Company, by, cancel);
        together.Complete();
    }

    public async Task ReturnAsync(Case one, PlanReview review, string? reason, Guid by, CancellationToken cancel)
    {
        using var together = Together.Begin();
        review.Return(new(review, by) { Reason = reason }, Now);
        await versions.UnsealAsync(review.VersionId!.Value, cancel);
        await SaveAsync(one, review, Turn.Company, by, cancel);
        together.Complete();
    }

    /// <param name="one">The case.</param>
    /// <param name="review">Its plan.</param>
    /// <param name="ticked">Which lines of the checklist, by their place.</param>
    /// <param name="by">Who releases.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    public async Task ReleaseAsync(Case one, PlanReview review, IReadOnlyCollection<int> ticked, Guid by, CancellationToken cancel)
    {
        var terms = await TermsAsync(cancel);
        using var together = Together.Begin();
        review.Release(
            new(review, by) { OwnWorkAllowed = terms.OwnWorkAllowed, Unchecked = Enumerable.Range(0, terms.Checklist.Count).Count(line => !ticked.Contains(line)) },
            [.. terms.Checklist.Select(line => line.ToString())], Now);
        await SaveAsync(one, review, Turn.Dentist, by, cancel);
        together.Complete();
    }

    public async Task RecallAsync(Case one, PlanReview review, Guid by, CancellationToken cancel)
    {
        using var together = Together.Begin();
        review.Recall(new(review, by), Now);
        await versions.UnsealAsync(review.VersionId!.Value, cancel);
        await SaveAsync(one, review, Turn.Company, by, cancel);
        together.Complete();
    }

    public async Task RequestChangesAsync(Case one, PlanReview review, string? reason, bool acceptsPrice, Guid by, CancellationToken cancel)
    {
        var open = review.VersionId is { } version ? (await comments.OfAsync(version, cancel)).Where(comment => comment.IsOpen).ToList() : [];
        using var together = Together.Begin();
        review.RequestChanges(new(review, by) { Reason = reason, OpenComments = open.Count }, [.. open.Select(comment => (comment.Id, comment.Text))], Now);
        await rounds.ChargeAsync(one, review, acceptsPrice, by, cancel);
        await BeginAsync(review, by, cancel);
        await SaveAsync(one, review, Turn.Company, by, cancel);
        together.Complete();
    }

    /// <param name="one">The case.</param>
    /// <param name="review">Its plan.</param>
    /// <param name="signed">Of a final plan: who signs, and what they read.</param>
    /// <param name="by">The responsible dentist.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    public async Task ApproveAsync(Case one, PlanReview review, Signature? signed, Guid by, CancellationToken cancel)
    {
        var version = review.VersionId ?? throw new RuleBrokenException("Isto não pode ser feito agora. Veja na página o que é possível neste momento.");
        var act = new ReviewAct(review, by)
        {
            OpenComments = await comments.CountOpenAsync(version, cancel),
            Signed = signed,
            IsWhole = await final.AreRowsWholeAsync(review, cancel) && (!review.HasDownloads || await final.AreBytesWholeAsync(one, review, cancel)),
        };
        using var together = Together.Begin();
        review.Approve(act, Now);
        await db.SaveChangesAsync(cancel);
        await steps.DoneAsync(one.Id, review.Step, new { review.VersionId, Version = review.Number, review.Hash, By = by, At = Now, Approval = review.Approval?.Id, review.Approval?.Seal }, by, cancel);
        together.Complete();
    }

    public async Task TakeBackAsync(Case one, PlanReview review, Guid by, CancellationToken cancel)
    {
        using var together = Together.Begin();
        await db.StandStillAsync(one, cancel);
        review.TakeBack(new(review, by) { PathHasGoneOn = await goneOn.AfterAsync(one, review.Step, cancel) }, Now);
        await db.SaveChangesAsync(cancel);
        await steps.ReopenAsync(one.Id, review.Step, Turn.Dentist, "Aprovação retirada pelo dentista", by, cancel, byDentist: true);
        together.Complete();
    }

    async Task<Guid> BeginAsync(PlanReview review, Guid by, CancellationToken cancel)
    {
        var begun = await versions.BeginAsync(Purpose, review.Id, by, cancel);
        review.Begin(begun, (await versions.FindAsync(begun, cancel))!.Number);
        await db.SaveChangesAsync(cancel);
        return begun;
    }

    async Task SaveAsync(Case one, PlanReview review, Turn turn, Guid by, CancellationToken cancel)
    {
        await db.StandStillAsync(one, cancel);
        await db.SaveChangesAsync(cancel);
        await steps.PassAsync(one.Id, review.Step, turn, null, by, cancel);
    }
}
