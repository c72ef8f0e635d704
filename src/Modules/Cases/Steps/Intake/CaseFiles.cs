using System.Security.Claims;

using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Rights;
using Percurso.Files.Contracts;
using Percurso.Patients.Contracts;

namespace Percurso.Cases.Steps.Intake;

/// <summary>Answers for the files of cases: the clinic sends and reads, the company reads.</summary>
sealed class CaseFiles(CasesDb db, CaseReaders readers, IPatients patients) : IFileSubjects
{
    public const string CasePurpose = "case";

    public string Purpose => CasePurpose;

    public async Task<FileRights> RightsOfAsync(ClaimsPrincipal person, Guid subject, CancellationToken cancel)
    {
        if (await db.Cases.Where(one => one.Id == subject).Select(one => (Guid?)one.ClinicId).SingleOrDefaultAsync(cancel) is not { } clinic) return FileRights.None;

        return await readers.OfAsync(person, clinic, cancel) switch
        {
            null => FileRights.None,
            { IsCompany: true } => FileRights.Read,
            _ => FileRights.Read | FileRights.Send,
        };
    }

    public async Task<FileSubject?> FindAsync(Guid subject, CancellationToken cancel)
    {
        if (await db.Whole.AsNoTracking().SingleOrDefaultAsync(one => one.Id == subject, cancel) is not { } found) return null;

        var record = (await patients.FindAsync(found.PatientId, cancel))?.Record;
        return new(
            found.Id, found.Number, InitialsOf(found.PatientName), found.ClinicId, CaseTags.Of(found.Prescription), found.PatientName, record?.BornOn,
            !found.HasEnded && found.Steps.Any(step => step.Kind == IntakeKind.KindName && step.State != StepState.Locked));
    }

    /// <summary>Of the first and the last name.</summary>
    static string InitialsOf(string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } names ? names.Length == 1 ? $"{names[0][0]}." : $"{names[0][0]}. {names[^1][0]}." : "";
}
