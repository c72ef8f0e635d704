using System.Security.Claims;

using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Rights;
using Percurso.Clinics.Contracts;
using Percurso.Files.Contracts;

namespace Percurso.Cases.Steps.Printing;

/// <summary>Answers for photographs of what went wrong: the dentist's side sends them, both sides see them.</summary>
sealed class PrintingFiles(CasesDb db, CaseReaders readers, IClinicRights rights) : IFileSubjects
{
    /// <summary>Of files and of orders in Production; stored.</summary>
    public const string PurposeName = "printing";

    /// <summary>Where they lie; no slot of the company's list.</summary>
    public const string Slot = "photos";

    public string Purpose => PurposeName;

    public IReadOnlyList<SubjectKind> Kinds => [];

    /// <summary>A number is a case's: its printing is not found by it.</summary>
    public Task<FileSubject?> FindAsync(string number, CancellationToken cancel) => Task.FromResult<FileSubject?>(null);

    public async Task<FileSubject?> FindAsync(Guid subject, CancellationToken cancel) =>
        await (from printing in db.Printings
               join one in db.Cases on printing.CaseId equals one.Id
               where printing.Id == subject
               select new { printing.State, one.Number, one.ClinicId, IsOver = one.State == CaseState.Cancelled }).SingleOrDefaultAsync(cancel) is { } found
            ? new(subject, found.Number, "", found.ClinicId, new HashSet<string>(), "", null, new HashSet<string>(!found.IsOver && Takes(found.State) ? [Slot] : []))
            : null;

    public async Task<FileRights> RightsOfAsync(ClaimsPrincipal person, Guid subject, CancellationToken cancel)
    {
        var clinic = await (from printing in db.Printings join one in db.Cases on printing.CaseId equals one.Id where printing.Id == subject select (Guid?)one.ClinicId).SingleOrDefaultAsync(cancel);
        if (clinic is not { } of || await readers.OfAsync(person, of, cancel) is not { } reader) return FileRights.None;

        return !reader.IsCompany && await rights.MayAsync(reader.Account, of, ClinicAct.ConfirmReceipt, cancel) ? FileRights.Read | FileRights.Send : FileRights.Read;
    }

    /// <summary>While the dentist's side says that something is wrong.</summary>
    public static bool Takes(PrintingState state) => state == PrintingState.Troubled;
}
