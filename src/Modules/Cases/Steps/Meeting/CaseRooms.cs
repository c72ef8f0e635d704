using System.Security.Claims;

using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Data;
using Percurso.Cases.Rights;
using Percurso.Meetings.Contracts;
using Percurso.Scheduling.Contracts;

namespace Percurso.Cases.Steps.Meeting;

/// <summary>
/// Answers for the rooms of meetings. Whoever may steer the case lets others in; whoever else sees it, of the clinic or of the company, asks. The room
/// stands while the time does, and on after the minutes are written, so that nobody is cut off in the middle of a sentence.
/// </summary>
sealed class CaseRooms(CasesDb db, CaseReaders readers, IBookings bookings) : IRoomSubjects
{
    public string Purpose => MeetingDesk.Purpose;

    public async Task<Admission?> AdmitAsync(ClaimsPrincipal person, Guid subject, Guid booking, CancellationToken cancel)
    {
        var found = await (from meeting in db.Meetings
                           join one in db.Cases on meeting.CaseId equals one.Id
                           where meeting.Id == subject
                           select new { Meeting = meeting, Case = one }).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (found is null || await readers.OfAsync(person, found.Case.ClinicId, cancel) is not { } reader) return null;
        if ((await bookings.OfAsync(Purpose, subject, cancel)).SingleOrDefault(one => one.Id == booking) is not { } time) return null;

        var stands = !time.IsCancelled && !found.Case.HasEnded && found.Meeting.BookingId == booking && found.Meeting.State is MeetingState.Booked or MeetingState.Minuted or MeetingState.Disputed;
        return new(reader.MaySteer ? RoomRole.Host : RoomRole.Guest, time.StartsAt, time.EndsAt, stands);
    }
}
