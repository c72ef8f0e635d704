using Microsoft.EntityFrameworkCore;

using Percurso.Invoicing.Data;
using Percurso.Invoicing.Domain;
using Percurso.Kernel;
using Percurso.Kernel.Events;
using Percurso.Payments.Contracts;

namespace Percurso.Invoicing.Reactions;

/// <summary>
/// A charge was paid: the clinic gets an invoice for what it paid, in money and credit, the sponsor one for its part. Without a
/// tax authority behind it the invoice is issued at once, and says that it has no fiscal value.
/// </summary>
sealed class AskForInvoices(InvoicingDb db, ICharges charges, ISponsors sponsors, TimeProvider clock) : IHandle<ChargePaid>
{
    public async Task HandleAsync(ChargePaid fact, CancellationToken cancel)
    {
        var charge = (await charges.FindAsync(fact.ChargeId, cancel))!;
        var known = await db.Invoices.Where(one => one.ChargeId == charge.Id).Select(one => one.ForSponsor).ToListAsync(cancel);

        if ((charge.Total + charge.FromCredit) is { IsZero: false } own && !known.Contains(false)
            && await db.Profiles.AsNoTracking().SingleOrDefaultAsync(one => one.ClinicId == charge.ClinicId, cancel) is { } profile)
            Issue(charge, false, profile.Payer, own);

        if (!charge.SponsorPays.IsZero && charge.SponsorId is { } id && !known.Contains(true) && await sponsors.FindAsync(id, cancel) is { } sponsor)
            Issue(charge, true, new(sponsor.Name, sponsor.TaxId, sponsor.Email, sponsor.MunicipalRegistration, null, null, null, null, null, null, null, null), charge.SponsorPays);

        await db.SaveChangesAsync(cancel);
    }

    void Issue(ChargeView charge, bool forSponsor, Payer payer, Money total)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var invoice = new Invoice(charge.Id, charge.ClinicId, forSponsor, charge.Title, payer, charge.Lines, total, now);
        invoice.Issue(now);
        db.Add(invoice);
    }
}

/// <summary>Nothing paid remains: neither does the invoice.</summary>
sealed class CancelInvoices(InvoicingDb db, TimeProvider clock) : IHandle<ChargeRefunded>, IHandle<ChargeCredited>
{
    public Task HandleAsync(ChargeRefunded fact, CancellationToken cancel) => fact.IsWhole ? CancelAsync(fact.ChargeId, cancel) : Task.CompletedTask;

    public Task HandleAsync(ChargeCredited fact, CancellationToken cancel) => fact.IsWhole ? CancelAsync(fact.ChargeId, cancel) : Task.CompletedTask;

    async Task CancelAsync(Guid charge, CancellationToken cancel)
    {
        foreach (var invoice in await db.Invoices.Where(one => one.ChargeId == charge).ToListAsync(cancel)) invoice.Cancel(clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
    }
}
