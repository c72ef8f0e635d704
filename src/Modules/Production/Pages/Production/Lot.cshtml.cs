using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Production.Contracts;
using Percurso.Production.Data;
using Percurso.Production.Domain;
using Percurso.Theme.Contracts;

namespace Percurso.Production.Pages.Production;

/// <summary>One lot, and everything that was printed of it: whom to write to when its maker calls it back.</summary>
[Authorize(Policy = ProductionPermissions.KeepStock)]
sealed class LotModel(ProductionDb db, IAudit audit, Words words) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Lot Lot { get; private set; } = null!;

    /// <summary>Newest first, with those that failed and were printed again from another.</summary>
    public IReadOnlyList<PrintOrder> Orders { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancel = context.HttpContext.RequestAborted;
        Lot = (await db.Lots.SingleOrDefaultAsync(row => row.Id == Id, cancel))!;
        if (Lot is null)
        {
            context.Result = NotFound();
            return;
        }

        Orders = await db.Orders.AsNoTracking().Where(row => row.LotId == Id || db.Set<PrintLine>().Any(line => line.OrderId == row.Id && line.LotId == Id)).OrderByDescending(row => row.PlacedAt).ToListAsync(cancel);
        await next();
    }

    public void OnGet() => Input = new() { ExpiresOn = Lot.ExpiresOn, IsRetired = Lot.IsRetired };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Lot.Change(Input.ExpiresOn!.Value, Input.IsRetired);
        using (var together = Together.Begin())
        {
            await db.SaveChangesAsync(cancel);
            await audit.RecordAsync(ProductionModule.StockChanged, Lot.Number, new Dictionary<string, string> { ["expires"] = $"{Lot.ExpiresOn:yyyy-MM-dd}", ["retired"] = $"{Lot.IsRetired}" }, cancel);
            together.Complete();
        }

        TempData.Confirm(words["O lote foi salvo."]);
        return RedirectToPage("Lots");
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva a validade como está no frasco.")]
        public DateOnly? ExpiresOn { get; set; }

        public bool IsRetired { get; set; }
    }
}
