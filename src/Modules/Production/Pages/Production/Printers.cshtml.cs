using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Web;
using Percurso.Production.Contracts;
using Percurso.Production.Data;
using Percurso.Production.Domain;
using Percurso.Theme.Contracts;

namespace Percurso.Production.Pages.Production;

[Authorize(Policy = ProductionPermissions.KeepStock)]
sealed class PrintersModel(ProductionDb db, IAudit audit, Words words) : PageModel, IShowAgain
{
    [BindProperty]
    public PrinterFields Input { get; set; } = new();

    public IReadOnlyList<Printer> All { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        using (var together = Together.Begin())
        {
            db.Add(new Printer(Input.Name.Trim(), Input.ReadModel()));
            await db.SaveChangesAsync(cancel);
            await audit.RecordAsync(ProductionModule.StockChanged, Input.Name.Trim(), null, cancel);
            together.Complete();
        }

        TempData.Confirm(words["A impressora foi adicionada."]);
        return RedirectToPage();
    }

    public async Task ShowAgainAsync(CancellationToken cancel) => All = await db.Printers.AsNoTracking().OrderBy(row => row.IsRetired).ThenBy(row => row.Name).ToListAsync(cancel);
}
