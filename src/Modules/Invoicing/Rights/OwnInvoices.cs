using System.Runtime.CompilerServices;

using Microsoft.EntityFrameworkCore;

using Percurso.Clinics.Contracts;
using Percurso.Invoicing.Data;
using Percurso.Kernel.Privacy;

namespace Percurso.Invoicing.Rights;

/// <summary>In whose name the invoices of the clinics in which the person is a dentist are made out, and these invoices.</summary>
sealed class OwnInvoices(InvoicingDb db, IWorkplaces workplaces) : IPersonalData
{
    public async IAsyncEnumerable<(string Name, object Content)> OfAsync(Guid account, [EnumeratorCancellation] CancellationToken cancel)
    {
        var clinics = (await workplaces.OfAsync(account, cancel)).Where(place => place.AsDentist).Select(place => place.Id).ToList();
        yield return ("billing-profiles", (await db.Profiles.AsNoTracking().Where(one => clinics.Contains(one.ClinicId)).ToListAsync(cancel)).Select(one => one.Payer));
        yield return ("invoices", (await db.Invoices.AsNoTracking().Where(one => clinics.Contains(one.ClinicId) && !one.ForSponsor).OrderBy(one => one.Number).ToListAsync(cancel))
            .Select(one => new { one.Number, one.Title, one.Payer, one.Total.Cents, State = one.State.ToString(), one.IssuedAt, one.CancelledAt }));
    }
}
