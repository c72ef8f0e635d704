using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

using Percurso.Clinics.Contracts;
using Percurso.Clinics.Data;
using Percurso.Clinics.Domain;
using Percurso.Kernel.Brazil;
using Percurso.Kernel.Localization;

namespace Percurso.Clinics.Pages.Clinics;

/// <summary>A page on which an address is written.</summary>
abstract class AddressPage(ClinicsDb db, IAddresses addresses, Words words) : ClinicPage(db)
{
    [BindProperty]
    public AddressForm Input { get; set; } = new();

    public IEnumerable<SelectListItem> States =>
        [new(words["Escolha"], ""), .. Uf.All.Select(uf => new SelectListItem($"{uf.Value}: {uf.Name}", uf.Value))];

    protected Words Words => words;

    protected override ClinicAct Needs => ClinicAct.ManageAddresses;

    /// <summary>What was typed, with city and UF from the CEP where they were left to it; null when something does not fit, which stands beside its field.</summary>
    protected async Task<Place?> ReadAsync(CancellationToken cancel)
    {
        var known = await addresses.OfAsync(Cep.Parse(Input.Cep), cancel);
        if (string.IsNullOrWhiteSpace(Input.City)) Input.City = known?.City;
        if (string.IsNullOrWhiteSpace(Input.Uf)) Input.Uf = known?.Uf.Value;

        if (known is null) Refuse(nameof(Input.Cep), words["Nenhum endereço tem este CEP. Confira os números."]);
        else if (Input.Uf != known.Uf.Value) Refuse(nameof(Input.Uf), words["Este CEP é de {0}. Confira o CEP ou a UF.", known.Uf.Value]);
        if (string.IsNullOrWhiteSpace(Input.City)) Refuse(nameof(Input.City), words["Este CEP não diz a cidade. Escreva-a."]);
        return ModelState.IsValid ? Input.Read() : null;
    }

    /// <summary>The page again, with what was wrong.</summary>
    protected PageResult Again()
    {
        var page = Page();
        page.StatusCode = Microsoft.AspNetCore.Http.StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    void Refuse(string field, string sentence) => ModelState.AddModelError($"{nameof(Input)}.{field}", sentence);
}
