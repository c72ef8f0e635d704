using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Clinics.Data;
using Percurso.Kernel.Brazil;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Clinics.Pages.Clinics;

[Authorize]
sealed class AddressModel(ClinicsDb db, IAddresses addresses, Words words) : AddressPage(db, addresses, words)
{
    [FromRoute]
    public Guid Address { get; set; }

    protected override bool IsThere => Clinic.Addresses.Any(one => one.Id == Address);

    public void OnGet() => Input = AddressForm.Of(Clinic.Addresses.First(one => one.Id == Address));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ReadAsync(cancel) is not { } place) return Again();

        Clinic.ChangeAddress(Address, place, Me.AccountId);
        await Db.SaveChangesAsync(cancel);
        TempData.Confirm(Words["O endereço foi salvo."]);
        return RedirectToPage("Clinic", new { Id });
    }
}
