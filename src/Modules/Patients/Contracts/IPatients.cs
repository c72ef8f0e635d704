namespace Percurso.Patients.Contracts;

/// <summary>
/// The patients of clinics, for modules that keep only their ids. It asks nobody's rights: whoever calls has seen that the
/// reader works in the clinic, or is of the company and works on a case of it.
/// </summary>
public interface IPatients
{
    Task<KnownPatient?> FindAsync(Guid patient, CancellationToken cancel);

    /// <summary>Writes a new patient down; call it inside <c>Together</c> with what needs them.</summary>
    Task<Guid> AddAsync(Guid clinic, PatientRecord record, Guid by, CancellationToken cancel);

    /// <summary>
    /// Who of this clinic may be the same person: a name that sounds the same, or nearly so and not born on another day.
    /// The likeliest first, five at most.
    /// </summary>
    Task<IReadOnlyList<KnownPatient>> LikeAsync(Guid clinic, string name, DateOnly? bornOn, CancellationToken cancel);
}
