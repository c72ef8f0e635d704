using System.Security.Claims;

using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Rights;
using Percurso.Files.Contracts;
using Percurso.Kernel.Localization;
using Percurso.Patients.Contracts;

namespace Percurso.Cases.Steps.Intake;

/// <summary>Answers for the files of cases: the clinic sends and reads, the company reads.</summary>
sealed class CaseFiles(CasesDb db, CaseReaders readers, IPatients patients, IntakeShelf shelf, Words words) : IFileSubjects
{
    public const string CasePurpose = "case";

    public string Purpose => CasePurpose;

    public IReadOnlyList<SubjectKind> Kinds => CaseTags.All(words);

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

    public async Task<FileSubject?> FindAsync(Guid subject, CancellationToken cancel) =>
        await AsSubjectAsync(await db.Whole.AsNoTracking().SingleOrDefaultAsync(one => one.Id == subject, cancel), cancel);

    public async Task<FileSubject?> FindAsync(string number, CancellationToken cancel) =>
        await AsSubjectAsync(await db.Whole.AsNoTracking().SingleOrDefaultAsync(one => one.Number == number, cancel), cancel);

    async Task<FileSubject?> AsSubjectAsync(Case? found, CancellationToken cancel)
    {
        if (found is null) return null;

        var record = (await patients.FindAsync(found.PatientId, cancel))?.Record;
        return new(
            found.Id, found.Number, InitialsOf(found.PatientName), found.ClinicId, CaseTags.Of(found.Prescription), found.PatientName, record?.BornOn,
            await shelf.OpenSlotsAsync(found, cancel));
    }

    /// <summary>Of the first and the last name.</summary>
    static string InitialsOf(string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } names ? names.Length == 1 ? $"{names[0][0]}." : $"{names[0][0]}. {names[^1][0]}." : "";
}
