using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Data;
using Percurso.Kernel.Data;
using Percurso.Kernel.Jobs;

namespace Percurso.Cases.Steps.Meeting;

/// <summary>Reminds both sides the day before a meeting and an hour before, once each: letter and mark are written together, so that a killed round repeats nothing.</summary>
sealed class RemindOfMeetings(CasesDb db, TellOfMeetings tell, TimeProvider clock) : IJob
{
    public static JobSchedule When => JobSchedule.Every(TimeSpan.FromMinutes(5));

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (soon, state) = (now.AddDays(1), MeetingState.Booked);
        foreach (var id in await db.Meetings.Where(one => one.State == state && one.StartsAt > now && one.StartsAt <= soon).Select(one => one.Id).ToListAsync(cancel))
        {
            try
            {
                using var together = Together.Begin();
                var meeting = await db.Meetings.SingleAsync(one => one.Id == id, cancel);
                if (meeting.ReminderDue(now) is { } hours)
                {
                    meeting.Remind(hours);
                    await db.SaveChangesAsync(cancel);
                    await tell.RemindAsync(meeting, hours, cancel);
                }

                together.Complete();
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody acts on it in this moment; the next round looks again.
            }

            db.ChangeTracker.Clear();
        }
    }
}
