using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Pages.Cases;
using Percurso.Cases.Pages.Meeting;
using Percurso.Cases.Steps.Meeting;
using Percurso.Files.Contracts;
using Percurso.Kernel.Localization;
using Percurso.Meetings.Contracts;

namespace Percurso.Cases.Filed;

/// <summary>Meetings: what was arranged, decided and confirmed, what was written in the room, who was there; or the signed waiver on paper.</summary>
sealed class MeetingPart(CasesDb db, IMeetingRooms rooms, WaiverPaper paper, CaseFrame frame, Names names, Words words) : ICaseFilePart
{
    public async Task<IReadOnlyList<ZipPiece>> OfAsync(Case one, FileReader reader, CancellationToken cancel)
    {
        var pieces = new List<ZipPiece>();
        foreach (var meeting in await db.WholeMeetings.AsNoTracking().Where(row => row.CaseId == one.Id).ToListAsync(cancel))
        {
            var record = await rooms.RecordAsync(MeetingDesk.Purpose, meeting.Id, cancel);
            var name = await names.OfAsync(meeting.Lines.Select(line => (Guid?)line.By), cancel);
            var folder = $"reunioes/{meeting.Step}";
            pieces.AddRange(Pieces.Sheet($"{folder}/historico.csv", [words["Quando (UTC)"], words["Quem"], words["O que aconteceu"], words["Horário (UTC)"], words["O que escreveu"]],
                meeting.Lines.Select(line => new[] { Pieces.Time(line.At), name(line.By), MeetingWords.Of(line, words), Pieces.Time(line.Time), line.Words ?? "" })));
            pieces.AddRange(Pieces.Sheet($"{folder}/conversa.csv", [words["Quando (UTC)"], words["Quem"], words["Mensagem"]], record.Chat.Select(line => new[] { Pieces.Time(line.At), line.Name, line.Text })));
            pieces.AddRange(Pieces.Sheet($"{folder}/presenca.csv", [words["Quem"], words["Entrou (UTC)"], words["Saiu (UTC)"]], record.Visits.Select(visit => new[] { visit.Name, Pieces.Time(visit.CameAt), Pieces.Time(visit.LeftAt) })));
            if (meeting.Waiver is { IsWhole: true }) pieces.Add(new($"{folder}/{WaiverPaper.NameOf(one)}", null, paper.Write(one, meeting, frame.TitleOf)));
        }

        return pieces;
    }
}
