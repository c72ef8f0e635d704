using System.Security.Claims;

using Microsoft.EntityFrameworkCore;

using Percurso.Clinics.Contracts;
using Percurso.Invoicing.Contracts;
using Percurso.Invoicing.Data;
using Percurso.Invoicing.Domain;
using Percurso.Kernel.Security;

namespace Percurso.Invoicing.Rights;

/// <summary>Invoices for the clinic they go to, and for whoever may see all. A sponsor's is not the clinic's business.</summary>
sealed class ReadableInvoices(InvoicingDb db, IClinicRights rights, IPermissions permissions)
{
    /// <summary>Null when there is none for this reader.</summary>
    /// <param name="id">Which.</param>
    /// <param name="reader">Who asks.</param>
    /// <param name="cancel">Stops asking.</param>
    public async Task<(Invoice Invoice, bool IsStaff)?> FindAsync(Guid id, ClaimsPrincipal reader, CancellationToken cancel)
    {
        if (await db.Invoices.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } found) return null;
        if ((await permissions.OfAsync(reader)).Contains(InvoicingPermissions.See)) return (found, true);

        return !found.ForSponsor && reader.FindAccountId() is { } account && await rights.MayAsync(account, found.ClinicId, ClinicAct.Prepare, cancel) ? (found, false) : null;
    }
}
