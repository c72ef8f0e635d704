using Microsoft.AspNetCore.Mvc;

using Percurso.Clinics.Contracts;
using Percurso.Clinics.Data;
using Percurso.Clinics.Domain;
using Percurso.Kernel.Brazil;

namespace Percurso.Clinics.Pages.Clinics;

/// <summary>A page on which an address is written.</summary>
abstract class AddressPage(ClinicsDb db, IAddresses addresses) : ClinicPage(db)
{
    [BindProperty]
    public AddressForm Input { get; set; } = new();

    protected override ClinicAct Needs => ClinicAct.ManageAddresses;

    protected async Task<Place> ReadAsync(CancellationToken cancel) => Input.Read(await Input.ReadAsync(addresses, nameof(Input), cancel));
}
