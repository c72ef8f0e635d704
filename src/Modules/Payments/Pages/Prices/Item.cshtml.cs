using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Web;
using Percurso.Payments.Charging;
using Percurso.Payments.Contracts;
using Percurso.Payments.Data;
using Percurso.Payments.Domain;
using Percurso.Payments.Finance;
using Percurso.Theme.Contracts;

namespace Percurso.Payments.Pages.Prices;

/// <summary>One item with its prices. Other modules ask for it by key.</summary>
[Authorize(Policy = PaymentsPermissions.ManagePrices)]
sealed class ItemModel(PaymentsDb db, CompanyDay days, IAudit audit, Words words) : PageModel, IShowAgain
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Only the item's own form has it, so it is bound by that handler alone.</summary>
    public ItemFields Input { get; private set; } = new();

    public PriceItem Item { get; private set; } = null!;
    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        if (Item is null) return NotFound();

        Input = ItemFields.Of(Item);
        return Page();
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Today = await days.TodayAsync(cancel);
        Item = (await db.Items.Include(item => item.Prices.OrderBy(price => price.From)).SingleOrDefaultAsync(item => item.Id == Id, cancel))!;
    }

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = nameof(Input))] ItemFields input, CancellationToken cancel)
    {
        Input = input;
        await ShowAgainAsync(cancel);
        if (Item is null) return NotFound();

        Item.Change(input.Read());
        return await SaveAsync(words["O item foi salvo."], cancel);
    }

    public async Task<IActionResult> OnPostRemovePriceAsync(Guid price, CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        if (Item is null || Item.Prices.All(one => one.Id != price)) return NotFound();

        Item.RemovePrice(price);
        return await SaveAsync(words["O preço foi tirado."], cancel);
    }

    async Task<IActionResult> SaveAsync(string done, CancellationToken cancel)
    {
        using (var together = Together.Begin())
        {
            await db.SaveChangesAsync(cancel);
            await audit.RecordAsync(PaymentsActs.PriceSet, Item.Key, null, cancel);
            together.Complete();
        }

        TempData.Confirm(done);
        return RedirectToPage(new { Item.Id });
    }
}
