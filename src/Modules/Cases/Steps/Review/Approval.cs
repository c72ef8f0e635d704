using Percurso.Cases.Steps.Signing;

namespace Percurso.Cases.Steps.Review;

/// <summary>An approval of a final plan.</summary>
sealed class Approval : SignedAct
{
    Approval() { }

    public Approval(PlanReview review, Signature signed, Guid by, DateTime now) : base(signed, by, now)
    {
        (ReviewId, OfVersion, Hash) = (review.Id, review.Number, review.Hash!);
        SetSeal();
    }

    public Guid ReviewId { get; private init; }
    public int OfVersion { get; private init; }

    /// <summary>Of what was approved: the version with its report.</summary>
    public string Hash { get; private init; } = "";

    protected override (string Act, string About) Sealing => ("approval", FormattableString.Invariant($"{ReviewId}\t{OfVersion}\t{Hash}"));
}
