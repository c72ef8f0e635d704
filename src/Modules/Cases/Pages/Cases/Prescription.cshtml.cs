using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Cases.Spine;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Cases.Pages.Cases;

/// <summary>Changes what is asked for. For the clinic, and for those of the company who steer, on its behalf.</summary>
[Authorize]
sealed class PrescriptionModel(CaseFrame frame, Walk walk, TimeProvider clock, Words words) : CasePage(frame)
{
    [BindProperty]
    public PrescriptionForm Input { get; set; } = new();

    public void OnGet() => Input.Fill(Case.Prescription);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await walk.ActAsync(Case, one => one.Prescribe(Input.ReadPrescription(), Reader.Who, Reader.Account, clock.GetUtcNow().UtcDateTime), cancel);
        TempData.Confirm(words["O pedido foi salvo."]);
        return RedirectToPage("Case", new { Id });
    }

    protected override Task<bool> IsForReaderAsync(CancellationToken cancel) => Task.FromResult(!Reader.IsCompany || Reader.MaySteer);
}
