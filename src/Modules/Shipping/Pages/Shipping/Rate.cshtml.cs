using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Shipping.Contracts;
using Percurso.Shipping.Data;
using Percurso.Shipping.Domain;
using Percurso.Theme.Contracts;

namespace Percurso.Shipping.Pages.Shipping;

[Authorize(Policy = ShippingPermissions.ManageFreight)]
sealed class RateModel(ShippingDb db, IAudit audit, Words words) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public RateFields Input { get; set; } = new();

    public Rate Rate { get; private set; } = null!;
    public string RegionTitle { get; private set; } = "";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Rate = (await db.Rates.SingleOrDefaultAsync(rate => rate.Id == Id, context.HttpContext.RequestAborted))!;
        if (Rate is null)
        {
            context.Result = NotFound();
            return;
        }

        RegionTitle = await db.Regions.Where(region => region.Key == Rate.RegionKey).Select(region => region.Title).SingleAsync(context.HttpContext.RequestAborted);
        await next();
    }

    public void OnGet() => Input = new() { MaxGrams = Rate.MaxGrams, Amount = Rate.Amount.ToField(), BusinessDays = Rate.BusinessDays };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var amount = Input.ReadAmount();
        Rate.Change(Input.MaxGrams, amount, Input.BusinessDays);
        using (var together = Together.Begin())
        {
            await db.SaveChangesAsync(cancel);
            await audit.RecordAsync(ShippingModule.RateChanged, $"{Rate.ServiceKey} {Rate.RegionKey}", new Dictionary<string, string> { ["cents"] = $"{amount.Cents}", ["grams"] = $"{Input.MaxGrams}" }, cancel);
            together.Complete();
        }

        TempData.Confirm(words["O frete foi salvo e já vale para pedidos novos."]);
        return RedirectToPage("Freight");
    }
}
