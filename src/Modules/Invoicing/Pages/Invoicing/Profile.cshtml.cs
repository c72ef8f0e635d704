using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Clinics.Contracts;
using Percurso.Invoicing.Data;
using Percurso.Invoicing.Domain;
using Percurso.Kernel;
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
        var payer = await ReadAsync(cancel);
        var profile = await db.Profiles.SingleOrDefaultAsync(one => one.ClinicId == Clinic, cancel);
        if (profile is null) db.Add(profile = new Profile { ClinicId = Clinic });
        profile.Set(payer);
        await db.SaveChangesAsync(cancel);
        TempData.Confirm(words["Os dados para a nota fiscal foram salvos."]);
        return Back is not null && Url.IsLocalUrl(Back) ? Redirect(Back) : RedirectToPage(new { Clinic });
    }

    async Task<Payer> ReadAsync(CancellationToken cancel)
    {
        var taxId = Cnpj.TryParse(Input.TaxId, out var cnpj) ? cnpj.Value
            : Cpf.TryParse(Input.TaxId, out var cpf) ? cpf.Value
            : throw new RuleBrokenException("Este número não confere. Um CPF tem onze números; um CNPJ, catorze números ou letras. Copie-o do documento.") { Field = "Input.TaxId" };
        var place = await Input.ReadAsync(addresses, nameof(Input), cancel);
        var ibge = cities.CodeOf(place.Uf, place.City)
            ?? throw new RuleBrokenException("A nota precisa do nome oficial do município. Confira a cidade e a UF.") { Field = "Input.City" };
        return Input.Read(taxId, place, ibge);
    }
}
