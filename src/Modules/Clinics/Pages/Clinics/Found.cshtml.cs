using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Clinics.Contracts;
using Percurso.Clinics.Data;
using Percurso.Clinics.Domain;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Theme.Contracts;

namespace Percurso.Clinics.Pages.Clinics;

[Authorize(Policy = ClinicsPermissions.Found)]
sealed class FoundModel(ClinicsDb db, TimeProvider clock, Words words) : PageModel
{
    [BindProperty]
    public ClinicForm Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (User.FindAccountId() is not { } account) return NotFound();

        var clinic = Clinic.Found(Input.Name.Trim(), Input.ReadCnpj(), account, clock.GetUtcNow().UtcDateTime);
        db.Add(clinic);
        await db.SaveChangesAsync(cancel);
        TempData.Confirm(words["O consultório está aberto. Diga agora onde receber as entregas e quem trabalha com você."]);
        return RedirectToPage("Clinic", new { clinic.Id });
    }
}
