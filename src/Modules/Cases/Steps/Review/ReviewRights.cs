using System.Security.Claims;

using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Rights;
using Percurso.Cases.Steps.Meeting;
using Percurso.Files.Contracts;
using Percurso.Patients.Contracts;
using Percurso.Viewer.Contracts;

namespace Percurso.Cases.Steps.Review;

/// <summary>Answers for the files of plans: the company sends and reads the originals; the dentist sees what is released, through the viewer.</summary>
sealed class ReviewFiles(CasesDb db, CaseReaders readers) : IFileSubjects
{
    /// <summary>Where meshes of plans lie; no slot of the company's list.</summary>
    public const string Slot = "plan";

    /// <summary>Where reports of final plans lie.</summary>
    public const string Report = "report";

    public string Purpose => Reviewing.Purpose;

    public IReadOnlyList<SubjectKind> Kinds => [];

    /// <summary>A number is a case's: its plans are not found by it.</summary>
    public Task<FileSubject?> FindAsync(string number, CancellationToken cancel) => Task.FromResult<FileSubject?>(null);

    public async Task<FileSubject?> FindAsync(Guid subject, CancellationToken cancel) =>
        await (from review in db.Reviews
               join one in db.Cases on review.CaseId equals one.Id
               where review.Id == subject
               select new { review.State, review.HasDownloads, Case = one }).AsNoTracking().SingleOrDefaultAsync(cancel) is { } found
            ? new(subject, found.Case.Number, "", found.Case.ClinicId, new HashSet<string>(), "", null, new HashSet<string>(found.State != ReviewState.Draft || found.Case.HasEnded ? [] : found.HasDownloads ? [Slot, Report] : [Slot]))
            {
                TakesParts = true,
                DocumentSlots = new HashSet<string>([Report]),
            }
            : null;

    public async Task<FileRights> RightsOfAsync(ClaimsPrincipal person, Guid subject, CancellationToken cancel) =>
        await ClinicOfAsync(subject, cancel) is { } clinic && await readers.OfAsync(person, clinic, cancel) is { IsCompany: true } reader
            ? reader.MaySteer ? FileRights.Read | FileRights.Send : FileRights.Read
            : FileRights.None;

    Task<Guid?> ClinicOfAsync(Guid review, CancellationToken cancel) =>
        (from row in db.Reviews join one in db.Cases on row.CaseId equals one.Id where row.Id == review select (Guid?)one.ClinicId).SingleOrDefaultAsync(cancel);
}

/// <summary>Answers for what is shown of plans.</summary>
sealed class ReviewViews(CasesDb db, CaseReaders readers, IVersions versions, MeetingTalk talk) : IViewSubjects
{
    public string Purpose => Reviewing.Purpose;

    public async Task<ViewRights> RightsOfAsync(ClaimsPrincipal person, Guid subject, Guid version, CancellationToken cancel)
    {
        if (await FindAsync(subject, cancel) is not var (review, one) || await readers.OfAsync(person, one.ClinicId, cancel) is not { } reader
            || await versions.FindAsync(version, cancel) is not { } shown) return ViewRights.None;

        return Of(review, reader, shown, one.HasEnded, await talk.IsOnAsync(one.Id, cancel));
    }

    /// <summary>Comments are made and closed while the dentist has the version before them, or both sides talk about it; older ones are only read.</summary>
    public static ViewRights Of(PlanReview review, CaseReader reader, VersionView version, bool hasEnded, bool isTalkedOf)
    {
        var talks = !hasEnded && (review.State == ReviewState.Awaiting || review.State == ReviewState.Approved && isTalkedOf) && version.Id == review.VersionId;
        return reader.IsCompany
            ? ViewRights.See | ViewRights.Company | (talks && reader.MaySteer ? ViewRights.Comment : ViewRights.None)
            : !review.IsReleased(version.Number) ? ViewRights.None
            : ViewRights.See | (talks ? ViewRights.Comment | ViewRights.CloseAny : ViewRights.None);
    }

    public async Task<string> PathOfAsync(Guid subject, Guid version, CancellationToken cancel)
    {
        if (await FindAsync(subject, cancel) is not var (review, one)) return "/inicio";

        var path = $"/casos/{one.Id}/passos/{review.Step}/revisao";
        return version == review.VersionId || await versions.FindAsync(version, cancel) is not { } shown ? path : $"{path}?versao={shown.Number}";
    }

    async Task<(PlanReview Review, Case Case)?> FindAsync(Guid subject, CancellationToken cancel) =>
        await db.Reviews.AsNoTracking().SingleOrDefaultAsync(row => row.Id == subject, cancel) is { } review
            ? (review, await db.Cases.AsNoTracking().SingleAsync(one => one.Id == review.CaseId, cancel))
            : null;
}
