using System.Globalization;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Cases.Pages.Cases;
using Percurso.Cases.Pages.Shared;
using Percurso.Cases.Steps.Review;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Print;
using Percurso.Kernel.Web;
using Percurso.Viewer.Contracts;

namespace Percurso.Cases.Pages.Review;

/// <summary>The approval that stands, for paper; both sides have it. One whose row was altered is not printed (409). Its name says the case, never the patient.</summary>
[Authorize]
sealed class ApprovalSheetModel(CaseFrame frame, Reviewing reviewing, FinalPlan final, IVersions versions, ApprovalPaper paper, SiteIdentity site, Words words) : StepPage(frame)
{
    protected override string Kind => ReviewKind.KindName;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var plan = await reviewing.FindAsync(Id, Step, cancel);
        if (plan.Approval is not { } approval || await versions.FindAsync(plan.VersionId!.Value, cancel) is not { } version) return NotFound();
        if (!await final.AreRowsWholeAsync(plan, cancel)) return this.NotHandedOut();

        var head = new SheetHead(words["Aprovação do planejamento final"], site.Name, words["Caso {0}, versão {1}", Case.Number, approval.OfVersion], CultureInfo.CurrentUICulture) { Path = (Case.Steps.Count, Case.Steps.ToList().FindIndex(step => step.Key == Step) + 1) };
        Response.Headers.CacheControl = "no-store";
        return File(paper.Write(head, Case.Number, approval, version, plan.ReportOf(approval.OfVersion)?.Sha256), "application/pdf", $"{Case.Number}_v{approval.OfVersion}_aprovacao.pdf");
    }
}
