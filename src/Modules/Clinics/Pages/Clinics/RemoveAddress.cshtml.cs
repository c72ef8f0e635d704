using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Clinics.Contracts;
using Percurso.Clinics.Data;
using Percurso.Clinics.Domain;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Clinics.Pages.Clinics;

/// <summary>Asks before it removes, and says what goes.</summary>
[Authorize]
sealed class RemoveAddressModel(ClinicsDb db, Words words) : ClinicPage(db)
{
    [FromRoute]
    public Guid Address { get; set; }

    public Address Found => Clinic.Addresses.First(one => one.Id == Address);

    protected override ClinicAct Needs => ClinicAct.RemoveAddresses;

    protected override bool IsThere => Clinic.Addresses.Any(one => one.Id == Address);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Clinic.RemoveAddress(Address, Me.AccountId);
        await Db.SaveChangesAsync(cancel);
        TempData.Confirm(words["O endereço foi removido."]);
        return RedirectToPage("Clinic", new { Id });
    }
}
