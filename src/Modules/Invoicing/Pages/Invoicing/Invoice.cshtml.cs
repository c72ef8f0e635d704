using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Clinics.Contracts;
using Percurso.Invoicing.Contracts;
using Percurso.Invoicing.Data;
using Percurso.Invoicing.Domain;
using Percurso.Kernel.Brazil;
using Percurso.Kernel.Security;

namespace Percurso.Invoicing.Pages.Invoicing;

/// <summary>One invoice: for the clinic it goes to, and for whoever may see all. A sponsor's is not the clinic's business.</summary>
[Authorize]
sealed class InvoiceModel(InvoicingDb db, IClinicRights rights, IPermissions permissions) : PageModel
{
    public Invoice Invoice { get; private set; } = null!;
    public bool IsStaff { get; private set; }

    public string TaxId => Cnpj.TryParse(Invoice.Payer.TaxId, out var cnpj) ? $"{cnpj}" : Cpf.TryParse(Invoice.Payer.TaxId, out var cpf) ? $"{cpf}" : Invoice.Payer.TaxId;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Invoices.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } found) return NotFound();

        IsStaff = (await permissions.OfAsync(User)).Contains(InvoicingPermissions.See);
        if (!IsStaff && (found.ForSponsor || User.FindAccountId() is not { } account || !await rights.MayAsync(account, found.ClinicId, ClinicAct.Prepare, cancel))) return NotFound();

        Invoice = found;
        return Page();
    }
}
