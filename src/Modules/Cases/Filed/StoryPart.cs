using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Pages.Cases;
using Percurso.Files.Contracts;
using Percurso.Kernel.Localization;

namespace Percurso.Cases.Filed;

/// <summary>What happened and what was written: the history, the messages; for the company its notes.</summary>
sealed class StoryPart(CasesDb db, CaseFrame frame, Names names, Words words) : ICaseFilePart
{
    public async Task<IReadOnlyList<ZipPiece>> OfAsync(Case one, FileReader reader, CancellationToken cancel)
    {
        var events = await db.Events.AsNoTracking().Where(line => line.CaseId == one.Id).OrderBy(line => line.Number).ToListAsync(cancel);
        var messages = await db.Messages.AsNoTracking().Where(message => message.CaseId == one.Id).OrderBy(message => message.At).ToListAsync(cancel);
        var notes = reader.IsCompany ? await db.Set<InternalNote>().AsNoTracking().Where(note => note.CaseId == one.Id).OrderBy(note => note.At).ToListAsync(cancel) : [];
        var name = await names.OfAsync([.. events.Select(line => line.By), .. messages.Select(message => (Guid?)message.By), .. notes.Select(note => (Guid?)note.By)], cancel);
        return
        [
            .. Pieces.Sheet("historico.csv", [words["Quando (UTC)"], words["Quem"], words["O que aconteceu"], words["O que escreveu"]],
                events.Select(line => new[] { Pieces.Time(line.At), name(line.By), EventWords.Of(line, frame, words), EventWords.More(line, frame, words) ?? "" })),
            .. Pieces.Sheet("mensagens.csv", [words["Quando (UTC)"], words["Quem"], words["Mensagem"], words["Dito em"], words["Lida"]],
                messages.Select(message => new[] { Pieces.Time(message.At), name(message.By), message.Text, message.SaidWhere ?? "", Pieces.Time(message.ReadAt) })),
            .. Pieces.Sheet("notas-internas.csv", [words["Quando (UTC)"], words["Quem"], words["Nota"]], notes.Select(note => new[] { Pieces.Time(note.At), name(note.By), note.Text })),
        ];
    }
}
