namespace Percurso.Clinics.Domain;

/// <summary>The clinic somebody chose to work for now. It counts only while they work there.</summary>
sealed class Choice
{
    public required Guid AccountId { get; init; }
    public required Guid ClinicId { get; init; }
}
