using System.Text.Json;

using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Spine;
using Percurso.Cases.Steps.Review;
using Percurso.Cases.Steps.Signing;
using Percurso.Kernel.Data;

namespace Percurso.Cases.Steps.Meeting;

/// <summary>Goes on without the meeting, where the pathway allows it, and comes back to it: each in one transaction with what follows for the case.</summary>
sealed class Waiving(CasesDb db, ICaseSteps steps, GoneOn goneOn, TimeProvider clock)
{
    DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary><c>{ "waivable": true }</c> in the pathway, or the kinds of guides for which it is: <c>{ "waivable": [ "Teeth" ] }</c>. Anything else is no.</summary>
    public static bool IsWaivable(PathwayStep step, GuideSupport support)
    {
        if (step.Settings is not { ValueKind: JsonValueKind.Object } settings || !settings.TryGetProperty("waivable", out var said)) return false;

        return said.ValueKind == JsonValueKind.True
            || said.ValueKind == JsonValueKind.Array && said.EnumerateArray().Any(kind => kind.ValueKind == JsonValueKind.String && string.Equals(kind.GetString(), support.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    /// <param name="one">The case.</param>
    /// <param name="meeting">Its meeting.</param>
    /// <param name="signed">Who signs, and what they read.</param>
    /// <param name="by">The responsible dentist.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    public async Task WaiveAsync(Case one, CaseMeeting meeting, Signature signed, Guid by, CancellationToken cancel)
    {
        var (pathway, plan) = (await db.Pathways.AsNoTracking().SingleAsync(row => row.Id == one.PathwayId, cancel), await ApprovedAsync(one, cancel));
        using var together = Together.Begin();
        meeting.Waive(new(meeting, by, Now) { IsWaivable = IsWaivable(pathway.Step(meeting.Step), one.Prescription.Support), Signed = signed }, plan);
        await db.SaveChangesAsync(cancel);
        await steps.DoneAsync(one.Id, meeting.Step, new { Meeting = meeting.Id, Waiver = meeting.Waiver!.Id, meeting.Waiver.Seal, By = by, At = Now }, by, cancel, "Videoconferência dispensada por declaração assinada");
        together.Complete();
    }

    public async Task TakeBackAsync(Case one, CaseMeeting meeting, Guid by, CancellationToken cancel)
    {
        using var together = Together.Begin();
        await db.StandStillAsync(one, cancel);
        meeting.TakeBack(new(meeting, by, Now) { PathHasGoneOn = await goneOn.AfterAsync(one, meeting.Step, cancel) });
        await db.SaveChangesAsync(cancel);
        await steps.ReopenAsync(one.Id, meeting.Step, Turn.Dentist, "Dispensa da videoconferência retirada pelo dentista", by, cancel, byDentist: true);
        together.Complete();
    }

    /// <summary>The plan that was approved last on the way here.</summary>
    async Task<PlanReview?> ApprovedAsync(Case one, CancellationToken cancel) =>
        (await db.Reviews.AsNoTracking().Where(plan => plan.CaseId == one.Id && plan.State == ReviewState.Approved).ToListAsync(cancel)).MaxBy(plan => one.FindStep(plan.Step)?.Position);
}
