using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Invoicing.Rights;

namespace Percurso.Invoicing.Pages.Invoicing;

/// <summary>The invoice for paper, made when it is asked for from what was kept when it was issued.</summary>
[Authorize]
sealed class InvoicePdfModel(ReadableInvoices invoices, InvoicePaper paper) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await invoices.FindAsync(id, User, cancel) is not var (found, _)) return NotFound();

        Response.Headers.CacheControl = "no-store";
        return File(paper.Print(found), "application/pdf", $"nota-{found.Number}.pdf");
    }
}
