using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Pages.Printing;
using Percurso.Cases.Steps.Printing;
using Percurso.Files.Contracts;
using Percurso.Kernel.Localization;
using Percurso.Production.Contracts;

namespace Percurso.Cases.Filed;

/// <summary>What was printed: what both sides said, each part with its mesh's hash, of which lot, when it went where; the photographs of what went wrong.</summary>
sealed class PrintingPart(CasesDb db, IPrintOrders orders, IFiles files, Names names, Words words) : ICaseFilePart
{
    public async Task<IReadOnlyList<ZipPiece>> OfAsync(Case one, FileReader reader, CancellationToken cancel)
    {
        var pieces = new List<ZipPiece>();
        foreach (var printing in await db.WholePrintings.AsNoTracking().Where(row => row.CaseId == one.Id).ToListAsync(cancel))
        {
            var name = await names.OfAsync(printing.Lines.Select(line => line.By == Guid.Empty ? null : (Guid?)line.By), cancel);
            var folder = $"impressao/{printing.Step}";
            pieces.AddRange(Pieces.Sheet($"{folder}/historico.csv", [words["Quando (UTC)"], words["Quem"], words["O que aconteceu"], words["Motivo"], words["Quem paga"], words["O que escreveu"]],
                printing.Lines.Select(line => new[]
                {
                    Pieces.Time(line.At), name(line.By == Guid.Empty ? null : line.By), PrintingWords.Of(line, words), line.Cause is { } cause ? PrintingWords.Of(cause, words) : "",
                    line.Payer is { } payer ? PrintingWords.Of(payer, words) : "", line.Words ?? "",
                })));
            pieces.AddRange(Pieces.Sheet($"{folder}/impressao.csv", [words["Nº"], words["Peça"], words["Quantidade"], "SHA-256", words["Material"], words["Lote"], words["Validade do lote"], words["Situação"], words["Enviado (UTC)"], words["Rastreio"], words["Recebido (UTC)"]],
                (await orders.OfAsync(PrintingFiles.PurposeName, printing.Id, cancel)).SelectMany(order => order.Parts.Select(part => new[]
                {
                    $"{order.Number}", part.Name, $"{part.Quantity}", part.Sha256, order.Material, order.Lot ?? "", order.LotExpiresOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "",
                    PrintingWords.Of(order.State, words), Pieces.Time(order.SentAt), order.Tracking ?? "", Pieces.Time(order.DeliveredAt),
                }))));
            foreach (var photo in (await files.OfAsync(PrintingFiles.PurposeName, printing.Id, cancel)).Where(file => file.IsHere))
            {
                var called = $"{folder}/{HandedName.Of(one.Number, photo.Slot, photo.Number, photo.Name)}";
                pieces.Add(new(called, new(photo.Id, photo.Sha256, called)));
            }
        }

        return pieces;
    }
}
