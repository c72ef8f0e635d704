using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Clinics.Data;
using Percurso.Clinics.Rights;

namespace Percurso.Clinics.Pages.Clinics;

/// <summary>From now on one works for this clinic. Shows nothing: it leads back to where one was, or to the clinic.</summary>
[Authorize]
sealed class ChooseModel(ClinicsDb db, Workplaces workplaces) : ClinicPage(db)
{
    [BindProperty(Name = "voltar")]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => RedirectToPage("Clinic", new { Id });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await workplaces.ChooseAsync(Me.AccountId, Id, cancel);
        return Url.IsLocalUrl(ReturnUrl) ? LocalRedirect(ReturnUrl) : RedirectToPage("Clinic", new { Id });
    }
}
