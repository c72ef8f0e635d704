using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Pages.Cases;
using Percurso.Cases.Pages.Shared;
using Percurso.Cases.Steps.Review;
using Percurso.Clinics.Contracts;
using Percurso.Files.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Security;
using Percurso.Viewer.Contracts;

namespace Percurso.Cases.Pages.Review;

/// <summary>
/// What was approved, for dentists of the clinic: one file, or all as a ZIP. Before the approval, and for everybody else, it is not there; what is no
/// longer what was approved is not handed out (409). The first time ends taking the approval back.
/// </summary>
[Authorize]
sealed class OriginalsModel(CaseFrame frame, Reviewing reviewing, FinalPlan final, IVersions versions, IOriginals originals, IClinicRights rights) : StepPage(frame)
{
    protected override string Kind => ReviewKind.KindName;

    /// <summary>Staff who look through a dentist's eyes fetch nothing for them.</summary>
    protected override async Task<bool> IsForReaderAsync(CancellationToken cancel) =>
        !Reader.IsCompany && User.SeenBy() is null && await rights.MayAsync(Reader.Account, Case.ClinicId, ClinicAct.Order, cancel, Case.DentistId);

    public async Task<IActionResult> OnGetAsync(Guid? file, CancellationToken cancel)
    {
        var plan = await reviewing.FindAsync(Id, Step, cancel);
        if (!plan.HasDownloads || plan.State != ReviewState.Approved || await versions.FindAsync(plan.VersionId!.Value, cancel) is not { } version) return NotFound();

        var all = FinalPlan.FilesOf(Case, plan, version);
        if (file is not null) all = [.. all.Where(one => one.FileId == file)];
        if (all.Count == 0) return NotFound();

        try
        {
            await final.FetchAsync(plan, all, Reader.Account, cancel);
        }
        catch (RuleBrokenException)
        {
            return this.NotHandedOut();
        }
        catch (DbUpdateConcurrencyException)
        {
            // Two came at once, or it was taken back meanwhile: as it stands now.
            return RedirectToPage(new { Id, Step, file });
        }

        if (file is null) await originals.HandZipAsync(HttpContext, FinalPlan.ZipOf(Case, plan), all);
        else await originals.HandAsync(HttpContext, all[0]);
        return new EmptyResult();
    }
}
