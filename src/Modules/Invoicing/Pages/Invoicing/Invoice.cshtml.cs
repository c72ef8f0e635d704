using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Invoicing.Domain;
using Percurso.Invoicing.Rights;

namespace Percurso.Invoicing.Pages.Invoicing;

[Authorize]
sealed class InvoiceModel(ReadableInvoices invoices) : PageModel
{
    public Invoice Invoice { get; private set; } = null!;
    public bool IsStaff { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await invoices.FindAsync(id, User, cancel) is not var (found, isStaff)) return NotFound();

        (Invoice, IsStaff) = (found, isStaff);
        return Page();
    }
}
