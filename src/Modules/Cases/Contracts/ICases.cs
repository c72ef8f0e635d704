namespace Percurso.Cases.Contracts;

/// <summary>Where a case stands as a whole; its steps have states of their own.</summary>
public enum CaseState
{
    /// <summary>It goes on.</summary>
    Walking,

    /// <summary>The company waits for something only the dentist can give; the clock stands still.</summary>
    OnHold,

    /// <summary>The dentist has answered a hold; the company looks whether it is enough. The clock still stands.</summary>
    Answered,

    /// <summary>The dentist has paused it; the clock stands still until a day at the latest.</summary>
    Paused,

    /// <summary>All its steps are done.</summary>
    Finished,
    Cancelled,
}

/// <summary>A case as other modules and step kinds may know it.</summary>
/// <param name="Id">The case.</param>
/// <param name="Number">As people call it, 2026-0042.</param>
/// <param name="Nickname">The dentist's own name for it, for letters; never the patient's.</param>
/// <param name="ClinicId">To whom it belongs.</param>
/// <param name="PatientId">In Patients.</param>
/// <param name="DentistId">The account of the responsible dentist.</param>
/// <param name="PlannerId">Who plans it, once somebody does.</param>
/// <param name="Prescription">What is asked for.</param>
/// <param name="State">Where it stands.</param>
/// <param name="OpenedAt">UTC.</param>
public sealed record CaseFacts(
    Guid Id, string Number, string? Nickname, Guid ClinicId, Guid PatientId, Guid DentistId, Guid? PlannerId,
    Prescription Prescription, CaseState State, DateTime OpenedAt)
{
    /// <summary>The first case, where this one remakes it with another plan.</summary>
    public Guid? RemakeOf { get; init; }

    /// <summary>Who pays a remake; null where it is none.</summary>
    public RemakePayer? RemakePayer { get; init; }
}

/// <summary>Finds cases. It asks no rights.</summary>
public interface ICases
{
    Task<CaseFacts?> FindAsync(Guid caseId, CancellationToken cancel);
}
