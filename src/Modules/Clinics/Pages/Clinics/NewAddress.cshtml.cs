using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Clinics.Data;
using Percurso.Kernel.Brazil;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Clinics.Pages.Clinics;

[Authorize]
sealed class NewAddressModel(ClinicsDb db, IAddresses addresses, Words words) : AddressPage(db, addresses)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var place = await ReadAsync(cancel);
        Clinic.AddAddress(place, Me.AccountId);
        await Db.SaveChangesAsync(cancel);
        TempData.Confirm(words["O endereço foi salvo."]);
        return RedirectToPage("Clinic", new { Id });
    }
}
