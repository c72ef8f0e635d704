using System.Collections;
using System.Globalization;

using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Localization;
using Percurso.Kernel.Print;
using Percurso.Kernel.Web;
using Percurso.Production.Contracts;
using Percurso.Production.Data;
using Percurso.Production.Domain;

using QRCoder;

namespace Percurso.Production.Papers;

/// <summary>
/// What goes with an order on paper: the label, the sheet that is packed by and put into the box, the delivery note. Each says what people call the order by and the
/// patient's initials; the code on the label leads to the order's page, which only staff can open.
/// </summary>
sealed class PrintPapers(ProductionDb db, IEnumerable<IBoxContents> boxes, PublicUrl url, SiteIdentity site, TimeProvider clock, TimeZoneInfo zone, Words words)
{
    static CultureInfo Culture => CultureInfo.CurrentUICulture;

    public Task<BoxContents?> BoxAsync(PrintOrder order, CancellationToken cancel) =>
        boxes.FirstOrDefault(box => box.Purpose == order.Purpose)?.OfAsync(order.SubjectId, cancel) ?? Task.FromResult<BoxContents?>(null);

    /// <summary>What must be ticked before the box is closed: each part, then what its owner says belongs into it.</summary>
    public IReadOnlyList<string> ChecksOf(PrintOrder order, BoxContents? box) =>
    [
        .. order.Parts.Select(part => part.Quantity == 1 ? part.Name : words["{0}, {1} unidades", part.Name, part.Quantity].Value),
        .. box?.Checks ?? [],
        words["Etiqueta colada na caixa"].Value,
    ];

    public async Task<byte[]> LabelAsync(PrintOrder order, CancellationToken cancel)
    {
        var (material, lot, box) = (await MaterialAsync(order, cancel), await LotAsync(order, cancel), await BoxAsync(order, cancel));
        List<string> lines = [order.For, string.Join(", ", order.Parts.Select(Counted)), material];
        if (lot is not null) lines.Add(words["Lote {0}, validade {1}", lot.Number, Short(lot.ExpiresOn)]);
        var text = new LabelText(site.Name, order.Called, words["Paciente {0}", order.Initials], lines, words["NÃO ESTÉRIL. Esterilize antes do uso."], Culture) { Path = box?.Path };
        return Label.Write(text, CodeOf(url.To($"/admin/producao/{order.Id}")));
    }

    public async Task<byte[]> ChecklistAsync(PrintOrder order, CancellationToken cancel)
    {
        var (material, lot, box) = (await MaterialAsync(order, cancel), await LotAsync(order, cancel), await BoxAsync(order, cancel));
        var sheet = new Sheet(Head(words["Conteúdo da caixa"], order, box))
            .Heading(words["Conteúdo da caixa"])
            .Lead(words["Caso {0}, paciente {1}", order.Called, order.Initials])
            .Note(words["**Não estéril.** O guia sai limpo e curado, sem esterilização. Esterilize-o antes do uso, como diz a folha da resina."]);
        foreach (var (name, value) in box?.Facts ?? []) sheet.Field(name, value);
        sheet.Field(words["Material"], material);
        if (lot is not null) sheet.Field(words["Lote da resina"], words["{0}, validade {1}", lot.Number, Short(lot.ExpiresOn)]);
        if (box is { Table.Count: > 1 }) sheet.Section(box.TableTitle).Table(box.Table);
        foreach (var sentence in box?.Sentences ?? []) sheet.Paragraph(sentence);
        sheet.Section(words["Na caixa"]);
        foreach (var line in ChecksOf(order, box)) sheet.Check(line);
        return sheet.Field(words["Conferido por"], null).Field(words["Data"], null).ToPdf();
    }

    public async Task<byte[]> NoteAsync(PrintOrder order, CancellationToken cancel)
    {
        var (material, lot, box) = (await MaterialAsync(order, cancel), await LotAsync(order, cancel), await BoxAsync(order, cancel));
        List<IReadOnlyList<string>> rows = [[words["Peça"], words["Quantidade"], words["Material"], words["Lote"]]];
        rows.AddRange(order.Parts.Select(part => (IReadOnlyList<string>)[part.Name, $"{part.Quantity}", material, lot?.Number ?? "—"]));
        return new Sheet(Head(words["Nota de entrega"], order, box))
            .Heading(words["Nota de entrega"])
            .Lead(words["Caso {0}, paciente {1}", order.Called, order.Initials])
            .Section(words["Para"])
            .Field(words["Consultório"], order.For)
            .Field(words["Endereço"], $"{order.AddressName}\n{order.FirstLine}\n{order.SecondLine}")
            .Section(words["O que vai"])
            .Table(rows)
            .Field(words["Enviado por"], order.Carrier ?? order.Service)
            .Field(words["Código de rastreio"], order.Tracking ?? "—")
            .Field(words["Data"], Short(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(order.SentAt ?? clock.GetUtcNow().UtcDateTime, zone))))
            .Note(words["Confira a caixa ao abrir e confirme o recebimento na página do caso. Se algo faltar ou tiver se quebrado, diga lá no mesmo dia."])
            .Section(words["Recebido"])
            .Field(words["Nome"], null)
            .Field(words["Data e assinatura"], null)
            .ToPdf();
    }

    /// <summary>The dark modules of a code, with the quiet zone of four around.</summary>
    internal static IReadOnlyList<BitArray> CodeOf(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        return [.. code.ModuleMatrix.Select(row => new BitArray(row))];
    }

    SheetHead Head(string title, PrintOrder order, BoxContents? box) => new(title, site.Name, words["Caso {0}", order.Called], Culture) { Path = box?.Path };

    async Task<string> MaterialAsync(PrintOrder order, CancellationToken cancel)
    {
        var material = await db.Materials.AsNoTracking().SingleAsync(row => row.Id == order.MaterialId, cancel);
        return Culture.TwoLetterISOLanguageName == "pt" || material.TitleEn.Length == 0 ? material.Title : material.TitleEn;
    }

    Task<Lot?> LotAsync(PrintOrder order, CancellationToken cancel) => db.Lots.AsNoTracking().SingleOrDefaultAsync(row => row.Id == order.LotId, cancel);

    static string Counted(OrderedPart part) => part.Quantity == 1 ? part.Name : $"{part.Quantity} × {part.Name}";

    static string Short(DateOnly day) => day.ToString("d", CultureInfo.CurrentCulture);
}
