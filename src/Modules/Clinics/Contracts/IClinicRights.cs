namespace Percurso.Clinics.Contracts;

/// <summary>
/// Who may do what for a clinic, read at each call: somebody who was dismissed may nothing from then on. An address of a
/// clinic's object should answer 404 to whoever may not even <see cref="ClinicAct.Prepare"/>.
/// </summary>
public interface IClinicRights
{
    /// <param name="account">Who wants to act.</param>
    /// <param name="clinic">The clinic they act for.</param>
    /// <param name="act">What they want to do.</param>
    /// <param name="cancel">Stops asking.</param>
    /// <param name="responsible">The dentist who answers for the case; without one nobody may what only that dentist may.</param>
    Task<bool> MayAsync(Guid account, Guid clinic, ClinicAct act, CancellationToken cancel, Guid? responsible = null);
}
