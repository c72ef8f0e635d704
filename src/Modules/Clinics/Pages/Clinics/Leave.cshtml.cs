using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Clinics.Data;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Clinics.Pages.Clinics;

/// <summary>Asks before somebody goes, and says what goes with it.</summary>
[Authorize]
sealed class LeaveModel(ClinicsDb db, Words words) : ClinicPage(db)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Clinic.Leave(Me.AccountId);
        await Db.SaveChangesAsync(cancel);
        TempData.Confirm(words["Você saiu de {0}.", Clinic.Name]);
        return RedirectToPage("Index");
    }
}
