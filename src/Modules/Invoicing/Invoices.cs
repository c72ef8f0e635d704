using Microsoft.EntityFrameworkCore;

using Percurso.Invoicing.Contracts;
using Percurso.Invoicing.Data;
using Percurso.Kernel.Localization;
using Percurso.Payments.Contracts;

namespace Percurso.Invoicing;

sealed class Invoices(InvoicingDb db) : IInvoices
{
    public async Task<IReadOnlyList<InvoiceView>> OfChargeAsync(Guid charge, CancellationToken cancel) =>
        [.. (await db.Invoices.AsNoTracking().Where(one => one.ChargeId == charge).OrderBy(one => one.ForSponsor).ToListAsync(cancel))
            .Select(one => new InvoiceView(one.Id, one.Number, one.ChargeId, one.ForSponsor, one.Payer.Name, one.Total, one.State, one.AskedAt, one.IssuedAt))];
}

/// <summary>Before a first payment it must be known who the invoice goes to.</summary>
sealed class NeedProfile(InvoicingDb db, Words words) : IBeforePaying
{
    public async Task<MissingBeforePaying?> MissingAsync(Guid clinic, Guid payer, CancellationToken cancel) =>
        await db.Profiles.AnyAsync(one => one.ClinicId == clinic, cancel)
            ? null
            : new(words["Para a nota fiscal falta saber em nome de quem ela sai."], $"/faturamento/{clinic}");
}
