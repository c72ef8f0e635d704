using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Clinics.Contracts;
using Percurso.Clinics.Data;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Clinics.Pages.Clinics;

[Authorize]
sealed class DetailsModel(ClinicsDb db, Words words) : ClinicPage(db)
{
    [BindProperty]
    public ClinicForm Input { get; set; } = new();

    protected override ClinicAct Needs => ClinicAct.ChangeClinic;

    public void OnGet() => Input = new() { Name = Clinic.Name, Cnpj = Clinic.Cnpj?.ToString() };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Clinic.Rename(Input.Name.Trim(), Input.ReadCnpj(), Me.AccountId);
        await Db.SaveChangesAsync(cancel);
        TempData.Confirm(words["O nome e o CNPJ foram salvos."]);
        return RedirectToPage("Clinic", new { Id });
    }
}
