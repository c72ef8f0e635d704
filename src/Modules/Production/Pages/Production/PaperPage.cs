using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Production.Data;
using Percurso.Production.Domain;

namespace Percurso.Production.Pages.Production;

/// <summary>A paper of one order, as a PDF that no cache keeps.</summary>
abstract class PaperPage(ProductionDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Whole.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } order) return NotFound();

        Response.Headers.CacheControl = "no-store";
        return File(await WriteAsync(order, cancel), "application/pdf");
    }

    protected abstract Task<byte[]> WriteAsync(PrintOrder order, CancellationToken cancel);
}
