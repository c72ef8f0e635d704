namespace Percurso.Cases.Steps.Review;

/// <summary>The report that belongs to one version of a final plan.</summary>
sealed class PlanReport
{
    public required Guid ReviewId { get; init; }
    public required int OfVersion { get; init; }

    /// <summary>In Files.</summary>
    public Guid FileId { get; internal set; }

    /// <summary>Lower-case hex.</summary>
    public string Sha256 { get; internal set; } = "";
}
