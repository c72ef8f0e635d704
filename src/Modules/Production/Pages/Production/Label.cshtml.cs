using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Production.Contracts;
using Percurso.Production.Data;
using Percurso.Production.Papers;

namespace Percurso.Production.Pages.Production;

/// <summary>The label of a box, for a label printer.</summary>
[Authorize(Policy = ProductionPermissions.Work)]
sealed class LabelModel(ProductionDb db, PrintPapers papers) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Whole.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } order) return NotFound();

        Response.Headers.CacheControl = "no-store";
        return File(await papers.LabelAsync(order, cancel), "application/pdf");
    }
}
