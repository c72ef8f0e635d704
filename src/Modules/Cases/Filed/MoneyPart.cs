using Percurso.Cases.Domain;
using Percurso.Cases.Steps.Payment;
using Percurso.Files.Contracts;
using Percurso.Invoicing.Contracts;
using Percurso.Kernel.Localization;
using Percurso.Payments.Contracts;

namespace Percurso.Cases.Filed;

/// <summary>What was charged and paid for the case, line by line, and the invoices; for whoever may see them.</summary>
sealed class MoneyPart(ICharges charges, IInvoices invoices, Words words) : ICaseFilePart
{
    public async Task<IReadOnlyList<ZipPiece>> OfAsync(Case one, FileReader reader, CancellationToken cancel)
    {
        if (!reader.SeesMoney) return [];

        var all = await charges.OfAsync(Order.Purpose, one.Id, cancel);
        var issued = new List<InvoiceView>();
        foreach (var charge in all) issued.AddRange((await invoices.OfChargeAsync(charge.Id, cancel)).Where(invoice => reader.IsCompany || !invoice.ForSponsor));
        return
        [
            .. Pieces.Sheet("pagamentos.csv", [words["Nº"], words["Pedido"], words["Situação"], words["Linha"], words["Quantidade"], words["Valor"], words["Pago no total"], words["Devolvido"], words["Pago (UTC)"]],
                all.SelectMany(charge => charge.Lines.Select(line => new[]
                {
                    $"{charge.Number}", charge.Title, $"{charge.State}", line.TitleIn(System.Globalization.CultureInfo.CurrentUICulture), $"{line.Quantity}", line.Sum.ToField(),
                    charge.PaidAt is null ? "" : charge.Total.ToField(), charge.Refunded.ToField(), Pieces.Time(charge.PaidAt),
                }))),
            .. Pieces.Sheet("notas.csv", [words["Nº"], words["Em nome de"], words["Valor"], words["Situação"], words["Emitida (UTC)"]],
                issued.Select(invoice => new[] { $"{invoice.Number}", invoice.Payer, invoice.Total.ToField(), $"{invoice.State}", Pieces.Time(invoice.IssuedAt) })),
        ];
    }
}
