using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Clinics.Data;
using Percurso.Kernel.Brazil;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Clinics.Pages.Clinics;

[Authorize]
sealed class AddressModel(ClinicsDb db, IAddresses addresses, Words words) : AddressPage(db, addresses)
{
    [FromRoute]
    public Guid Address { get; set; }

    protected override bool IsThere => Clinic.Addresses.Any(one => one.Id == Address);

    public void OnGet() => Input = AddressForm.Of(Clinic.Addresses.First(one => one.Id == Address));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var place = await ReadAsync(cancel);
        Clinic.ChangeAddress(Address, place, Me.AccountId);
        await Db.SaveChangesAsync(cancel);
        TempData.Confirm(words["O endereço foi salvo."]);
        return RedirectToPage("Clinic", new { Id });
    }
}
