using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Clinics.Data;
using Percurso.Kernel.Brazil;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Clinics.Pages.Clinics;

[Authorize]
sealed class NewAddressModel(ClinicsDb db, IAddresses addresses, Words words) : AddressPage(db, addresses, words)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ReadAsync(cancel) is not { } place) return Again();

        Clinic.AddAddress(place, Me.AccountId);
        await Db.SaveChangesAsync(cancel);
        TempData.Confirm(Words["O endereço foi salvo."]);
        return RedirectToPage("Clinic", new { Id });
    }
}
