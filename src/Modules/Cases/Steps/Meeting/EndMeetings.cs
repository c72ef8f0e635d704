using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Kernel.Events;
using Percurso.Kernel.Localization;
using Percurso.Scheduling.Contracts;

namespace Percurso.Cases.Steps.Meeting;

/// <summary>Nobody is met for a case that was cancelled, and the time is free again.</summary>
sealed class EndMeetings(CasesDb db, IBookings bookings, TimeProvider clock, Words words) : IHandle<CaseCancelled>
{
    public async Task HandleAsync(CaseCancelled fact, CancellationToken cancel)
    {
        foreach (var meeting in await db.WholeMeetings.Where(one => one.CaseId == fact.CaseId && one.State == MeetingState.Booked).ToListAsync(cancel))
        {
            var booking = meeting.BookingId!.Value;
            meeting.Cancel(MeetingRole.Planner, new(meeting, Guid.Empty, clock.GetUtcNow().UtcDateTime) { Reason = words["Este caso foi cancelado"] });
            await db.SaveChangesAsync(cancel);
            await bookings.CancelAsync(booking, cancel);
        }
    }
}
