using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Production.Contracts;
using Percurso.Production.Data;
using Percurso.Production.Papers;

namespace Percurso.Production.Pages.Production;

/// <summary>The sheet a box is packed by, which goes into it.</summary>
[Authorize(Policy = ProductionPermissions.Work)]
sealed class ChecklistModel(ProductionDb db, PrintPapers papers) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Whole.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } order) return NotFound();

        Response.Headers.CacheControl = "no-store";
        return File(await papers.ChecklistAsync(order, cancel), "application/pdf");
    }
}
