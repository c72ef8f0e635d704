using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Cases.Pages.Cases;
using Percurso.Cases.Pages.Shared;
using Percurso.Cases.Steps.Review;
using Percurso.Files.Contracts;

namespace Percurso.Cases.Pages.Review;

/// <summary>The report of a version that was released, to be read beside the model. It is evidence for a decision, so that reading it ends nothing.</summary>
[Authorize]
sealed class ReportModel(CaseFrame frame, Reviewing reviewing, IOriginals originals) : StepPage(frame)
{
    protected override string Kind => ReviewKind.KindName;

    /// <param name="versao">Which version; null for the one at hand.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IActionResult> OnGetAsync(int? versao, CancellationToken cancel)
    {
        var plan = await reviewing.FindAsync(Id, Step, cancel);
        var number = versao ?? plan.Number;
        if (!Reader.IsCompany && !plan.IsReleased(number) || FinalPlan.ReportOf(Case, plan, number) is not { } report) return NotFound();
        if (!await originals.AreWholeAsync([report], cancel)) return this.NotHandedOut();

        await originals.HandAsync(HttpContext, report);
        return new EmptyResult();
    }
}
