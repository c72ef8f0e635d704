using System.Runtime.CompilerServices;

using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Privacy;
using Percurso.Meetings.Data;

namespace Percurso.Meetings;

/// <summary>What the person wrote in rooms, and when they were there.</summary>
sealed class OwnWords(MeetingsDb db) : IPersonalData
{
    public async IAsyncEnumerable<(string Name, object Content)> OfAsync(Guid account, [EnumeratorCancellation] CancellationToken cancel)
    {
        yield return ("meeting-chat", await db.Lines.Where(line => line.By == account).OrderBy(line => line.Seq).Select(line => new { line.At, line.Text }).ToListAsync(cancel));
        yield return ("meeting-visits", await db.Visits.Where(visit => visit.AccountId == account).OrderBy(visit => visit.Id)
            .Select(visit => new { visit.AskedAt, visit.CameAt, visit.LeftAt }).ToListAsync(cancel));
    }
}
