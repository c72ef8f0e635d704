using System.ComponentModel.DataAnnotations;
using System.Globalization;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Shipping.Contracts;
using Percurso.Shipping.Data;
using Percurso.Shipping.Domain;
using Percurso.Theme.Contracts;

namespace Percurso.Shipping.Pages.Shipping;

/// <summary>A further weight of a service to a region.</summary>
[Authorize(Policy = ShippingPermissions.ManageFreight)]
sealed class NewRateModel(ShippingDb db, IAudit audit, Words words) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Services { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Regions { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancel = context.HttpContext.RequestAborted;
        var inPortuguese = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "pt";
        Services = [.. (await db.Services.AsNoTracking().OrderBy(one => one.Title).ToListAsync(cancel)).Select(one => new SelectListItem(inPortuguese ? one.Title : one.TitleEn, one.Key))];
        Regions = [.. (await db.Regions.AsNoTracking().OrderBy(one => one.Title).ToListAsync(cancel)).Select(one => new SelectListItem($"{one.Title} ({one.Ufs})", one.Key))];
        await next();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Services.All(one => one.Value != Input.Service)) throw new RuleBrokenException("Escolha um serviço da lista.") { Field = "Input.Service" };
        if (Regions.All(one => one.Value != Input.Region)) throw new RuleBrokenException("Escolha uma região da lista.") { Field = "Input.Region" };
        var amount = Input.ReadAmount();
        if (await db.Rates.AnyAsync(one => one.ServiceKey == Input.Service && one.RegionKey == Input.Region && one.MaxGrams == Input.MaxGrams, cancel))
            throw new RuleBrokenException("Este serviço já tem um preço até este peso nesta região. Mude o que está na tabela.") { Field = "Input.MaxGrams" };

        using (var together = Together.Begin())
        {
            db.Add(new Rate(Input.Service, Input.Region, Input.MaxGrams, amount, Input.BusinessDays));
            await db.SaveChangesAsync(cancel);
            await audit.RecordAsync(ShippingModule.RateChanged, $"{Input.Service} {Input.Region}", new Dictionary<string, string> { ["cents"] = $"{amount.Cents}", ["grams"] = $"{Input.MaxGrams}" }, cancel);
            together.Complete();
        }

        TempData.Confirm(words["O frete foi salvo e já vale para pedidos novos."]);
        return RedirectToPage("Freight");
    }

    internal sealed class Form : RateFields
    {
        [Required(ErrorMessage = "Escolha um serviço da lista.")]
        public string Service { get; set; } = "";

        [Required(ErrorMessage = "Escolha uma região da lista.")]
        public string Region { get; set; } = "";
    }
}
