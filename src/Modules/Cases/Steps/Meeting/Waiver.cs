using Percurso.Cases.Steps.Review;
using Percurso.Cases.Steps.Signing;

namespace Percurso.Cases.Steps.Meeting;

/// <summary>A dentist goes on without the video conference, with the plan as it was approved before.</summary>
sealed class Waiver : SignedAct
{
    Waiver() { }

    /// <param name="meeting">What is given up.</param>
    /// <param name="plan">The plan as it was approved; null on a pathway without one before.</param>
    /// <param name="signed">Who signs, and what they read.</param>
    /// <param name="by">The responsible dentist.</param>
    /// <param name="now">UTC.</param>
    public Waiver(CaseMeeting meeting, PlanReview? plan, Signature signed, Guid by, DateTime now) : base(signed, by, now)
    {
        (MeetingId, OfStep, OfVersion, Hash) = (meeting.Id, plan?.Step, plan?.Number, plan?.Hash);
        SetSeal();
    }

    public Guid MeetingId { get; private init; }

    /// <summary>The step whose plan is taken on as shown; null without one.</summary>
    public string? OfStep { get; private init; }

    /// <summary>Its version.</summary>
    public int? OfVersion { get; private init; }

    /// <summary>What that version hashed to when it was approved.</summary>
    public string? Hash { get; private init; }

    protected override (string Act, string About) Sealing => ("waiver", FormattableString.Invariant($"{MeetingId}\t{OfStep}\t{OfVersion}\t{Hash}"));
}
