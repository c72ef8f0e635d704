using System.Globalization;

using Percurso.Invoicing.Contracts;
using Percurso.Invoicing.Domain;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Print;
using Percurso.Kernel.Web;

namespace Percurso.Invoicing;

/// <summary>An invoice as a PDF, in the reader's language, marked on every page as one without fiscal value.</summary>
sealed class InvoicePaper(SiteIdentity site, TimeZoneInfo zone, Words words)
{
    public byte[] Print(Invoice invoice)
    {
        var culture = CultureInfo.CurrentUICulture;
        var title = words["Nota nº {0}", invoice.Number].Value;
        var sheet = new Sheet(new(title, site.Name, $"{title} · {words["SEM VALOR FISCAL"].Value}", culture))
            .Heading(title)
            .Lead(invoice.Title)
            .Note($"**{words["SEM VALOR FISCAL"].Value}.** {words["Este site ainda não emite notas na prefeitura; este documento só mostra como ela sai."].Value}");
        if (invoice.State == InvoiceState.Cancelled) sheet.Note($"**{words["Esta nota foi cancelada."].Value}**");

        Payer(sheet.Section(words["Quem paga"]), invoice.Payer);
        sheet.Section(words["O que foi pago"]).Table([
            [words["Item"], words["Código do serviço"], words["Quantidade"], words["Valor"]],
            .. invoice.Lines.Select(line => (IReadOnlyList<string>)[line.TitleIn(culture), line.ServiceCode.Length > 0 ? line.ServiceCode : "—", line.Quantity.ToString(culture), $"{line.Sum}"]),
        ]);
        sheet.Field(invoice.ForSponsor ? words["Parte do patrocinador"] : words["Pago pelo consultório"], $"**{invoice.Total}**");
        if (invoice.IssuedAt is { } issued) sheet.Field(words["Emitida"], Dates.Full(issued, zone, culture));
        return sheet.ToPdf();
    }

    void Payer(Sheet sheet, Payer payer)
    {
        sheet.Field(words["Nome ou razão social"], payer.Name)
            .Field(words["CPF ou CNPJ"], payer.TaxIdAsPrinted)
            .Field(words["E-mail"], payer.Email);
        if (payer.MunicipalRegistration is { } registration) sheet.Field(words["Inscrição municipal"], registration);
        if (payer.AddressLines is { Count: > 0 } lines)
            sheet.Field(words["Endereço"], string.Join('\n', lines)).Field(words["Município do IBGE"], payer.Ibge ?? "—");
    }
}
