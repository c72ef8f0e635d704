using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Clinics.Contracts;
using Percurso.Invoicing.Data;
using Percurso.Invoicing.Domain;
using Percurso.Kernel.Brazil;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Theme.Contracts;

namespace Percurso.Invoicing.Pages.Invoicing;

/// <summary>Who the clinic's invoices go to. It begins with what is known of the clinic.</summary>
[Authorize]
sealed class ProfileModel(InvoicingDb db, IClinicRights rights, IClinicAddresses places, IFindPeople people, IAddresses addresses, Cities cities, Words words) : PageModel
{
    [FromRoute]
    public Guid Clinic { get; set; }

    [BindProperty(Name = "voltar", SupportsGet = true)]
    public string? Back { get; set; }

    [BindProperty]
    public ProfileForm Input { get; set; } = new();

    public IEnumerable<SelectListItem> States =>
        [new(words["Escolha"], ""), .. Uf.All.Select(uf => new SelectListItem($"{uf.Value}: {uf.Name}", uf.Value))];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancel = context.HttpContext.RequestAborted;
        if (User.FindAccountId() is not { } account || !await rights.MayAsync(account, Clinic, ClinicAct.Prepare, cancel)) context.Result = NotFound();
        else if (!await rights.MayAsync(account, Clinic, ClinicAct.Pay, cancel)) context.Result = Forbid();
        else await next();
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (await db.Profiles.AsNoTracking().SingleOrDefaultAsync(one => one.ClinicId == Clinic, cancel) is { } known)
        {
            Input = ProfileForm.Of(known.Payer);
            return;
        }

        var me = (await people.ByIdAsync([User.AccountId()], cancel)).Values.FirstOrDefault();
        Input = new() { Name = me?.Name ?? "", Email = me?.Email ?? "" };
        if (await places.OfAsync(Clinic, cancel) is [var place, ..]) Input.Take(place);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ReadAsync(cancel) is not { } payer)
        {
            var page = Page();
            page.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return page;
        }

        var profile = await db.Profiles.SingleOrDefaultAsync(one => one.ClinicId == Clinic, cancel);
        if (profile is null) db.Add(profile = new Profile { ClinicId = Clinic });
        profile.Set(payer);
        await db.SaveChangesAsync(cancel);
        TempData.Confirm(words["Os dados para a nota fiscal foram salvos."]);
        return Back is not null && Url.IsLocalUrl(Back) ? Redirect(Back) : RedirectToPage(new { Clinic });
    }

    /// <summary>Null when something does not fit, which stands beside its field.</summary>
    async Task<Payer?> ReadAsync(CancellationToken cancel)
    {
        var taxId = Cnpj.TryParse(Input.TaxId, out var cnpj) ? cnpj.Value : Cpf.TryParse(Input.TaxId, out var cpf) ? cpf.Value : null;
        if (taxId is null) Refuse(nameof(Input.TaxId), words["Este número não confere. Um CPF tem onze números; um CNPJ, catorze números ou letras. Copie-o do documento."]);

        var known = await addresses.OfAsync(Cep.Parse(Input.Cep), cancel);
        if (string.IsNullOrWhiteSpace(Input.City)) Input.City = known?.City;
        if (string.IsNullOrWhiteSpace(Input.Uf)) Input.Uf = known?.Uf.Value;
        if (known is null) Refuse(nameof(Input.Cep), words["Nenhum endereço tem este CEP. Confira os números."]);
        else if (Input.Uf != known.Uf.Value) Refuse(nameof(Input.Uf), words["Este CEP é de {0}. Confira o CEP ou a UF.", known.Uf.Value]);

        var ibge = Uf.TryParse(Input.Uf, out var uf) && Input.City is { } city ? cities.CodeOf(uf, city) : null;
        if (ibge is null && known is not null) Refuse(nameof(Input.City), words["A nota precisa do nome oficial do município. Confira a cidade e a UF."]);
        return ModelState.IsValid ? Input.Read(taxId!, ibge!) : null;
    }

    void Refuse(string field, string sentence) => ModelState.AddModelError($"{nameof(Input)}.{field}", sentence);
}
