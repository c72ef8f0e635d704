using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Data;
using Percurso.Meetings.Contracts;

namespace Percurso.Cases.Steps.Meeting;

/// <summary>Whether both sides are talking: what was approved before may be commented then, and only then.</summary>
sealed class MeetingTalk(CasesDb db, IMeetingRooms rooms, TimeProvider clock)
{
    /// <summary>From the moment the room opens until the minutes are written.</summary>
    public async Task<bool> IsOnAsync(Guid caseId, CancellationToken cancel)
    {
        var (booked, soon) = (MeetingState.Booked, clock.GetUtcNow().UtcDateTime + await rooms.EarlyAsync(cancel));
        return await db.Meetings.AnyAsync(one => one.CaseId == caseId && one.State == booked && one.StartsAt <= soon, cancel);
    }
}
