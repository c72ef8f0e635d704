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

[Authorize(Policy = ProductionPermissions.KeepStock)]
sealed class PrinterModel(ProductionDb db, IAudit audit, Words words) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public PrinterFields Input { get; set; } = new();

    public Printer Printer { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Printer = (await db.Printers.SingleOrDefaultAsync(row => row.Id == Id, context.HttpContext.RequestAborted))!;
        if (Printer is null) context.Result = NotFound();
        else await next();
    }

    public void OnGet() => Input = new() { Name = Printer.Name, Model = Printer.Model, IsRetired = Printer.IsRetired };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Printer.Change(Input.Name.Trim(), Input.ReadModel(), Input.IsRetired);
        using (var together = Together.Begin())
        {
            await db.SaveChangesAsync(cancel);
            await audit.RecordAsync(ProductionModule.StockChanged, Printer.Name, new Dictionary<string, string> { ["retired"] = $"{Printer.IsRetired}" }, cancel);
            together.Complete();
        }

        TempData.Confirm(words["A impressora foi salva."]);
        return RedirectToPage("Printers");
    }
}
