using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Mail;
using Percurso.Cases.Reactions;
using Percurso.Kernel.Events;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Mail;
using Percurso.Kernel.Settings;
using Percurso.Kernel.Web;
using Percurso.Scheduling.Contracts;

namespace Percurso.Cases.Steps.Meeting;

/// <summary>Tells both sides of a meeting, with what their calendars take over. It says how things stand when it is told, so that of two changes in a row the last one counts.</summary>
sealed class TellOfMeetings(Tell tell, CasesDb db, IBookings bookings, IFindPeople people, ISettings settings, PublicUrl url, TimeProvider clock, Words words)
    : IHandle<MeetingBooked>, IHandle<MeetingMoved>, IHandle<MeetingCancelled>, IHandle<MeetingPlaced>, IHandle<MeetingProposed>
{
    public Task HandleAsync(MeetingBooked fact, CancellationToken cancel) => TellAsync(fact.Purpose, fact.SubjectId, fact.Booking, MeetingNews.Booked, cancel);

    public Task HandleAsync(MeetingMoved fact, CancellationToken cancel) => TellAsync(fact.Purpose, fact.SubjectId, fact.Booking, MeetingNews.Moved, cancel);

    public Task HandleAsync(MeetingCancelled fact, CancellationToken cancel) => TellAsync(fact.Purpose, fact.SubjectId, fact.Booking, MeetingNews.Cancelled, cancel);

    public async Task HandleAsync(MeetingPlaced fact, CancellationToken cancel)
    {
        var meeting = await db.Meetings.AsNoTracking().SingleAsync(row => row.CaseId == fact.CaseId && row.Step == fact.Step, cancel);
        if (meeting.BookingId is { } booking) await TellAsync(MeetingDesk.Purpose, meeting.Id, booking, MeetingNews.Placed, cancel);
    }

    public async Task HandleAsync(MeetingProposed fact, CancellationToken cancel)
    {
        var meeting = await db.Meetings.AsNoTracking().SingleAsync(row => row.CaseId == fact.CaseId && row.Step == fact.Step, cancel);
        if (meeting.Proposed.Count == 0) return;

        var one = await tell.CaseAsync(fact.CaseId, cancel);
        await tell.ThatAsync(null, one, new MeetingProposedLetter(Named(one, meeting), meeting.Proposed), await tell.DentistsSideAsync(one, cancel), cancel);
    }

    public async Task RemindAsync(CaseMeeting meeting, int hours, CancellationToken cancel)
    {
        var one = await tell.CaseAsync(meeting.CaseId, cancel);
        await tell.ThatAsync(null, one, new MeetingSoonLetter(Named(one, meeting), meeting.StartsAt!.Value, meeting.Place, hours), await ThoseAsync(one, meeting.HostId!.Value, cancel), cancel);
    }

    async Task TellAsync(string purpose, Guid subject, Guid id, MeetingNews news, CancellationToken cancel)
    {
        if (purpose != MeetingDesk.Purpose) return;

        var meeting = await db.Meetings.AsNoTracking().SingleAsync(row => row.Id == subject, cancel);
        var booking = (await bookings.OfAsync(purpose, subject, cancel)).Single(one => one.Id == id);
        if (booking.IsCancelled != (news == MeetingNews.Cancelled)) return;

        var one = await tell.CaseAsync(meeting.CaseId, cancel);
        var those = await ThoseAsync(one, booking.HostId, cancel);
        var named = Named(one, meeting);
        var invitation = await InviteAsync(one, meeting, booking, named, those, cancel);
        await tell.ThatAsync(null, one, new MeetingLetter(named, news, booking.StartsAt, booking.IsCancelled ? null : meeting.Place, new(invitation.Method, invitation.ToString())), those, cancel);
    }

    async Task<Invitation> InviteAsync(Case one, CaseMeeting meeting, BookingView booking, LetterCase named, IEnumerable<KnownPerson> those, CancellationToken cancel)
    {
        var company = await settings.FindAsync<Company>(cancel);
        return new(
            $"{booking.Id:N}@{url.Host}", booking.Sequence + meeting.Places, booking.StartsAt, booking.EndsAt, clock.GetUtcNow().UtcDateTime,
            words["Videoconferência: caso {0}", one.Number], words["Entre pela página do caso: {0}", named.Url], new(meeting.Place ?? tell.Named(one, $"/passos/{meeting.Step}/sala").Url),
            new(company?.SiteName ?? "Percurso", company?.ContactEmail ?? $"nao-responda@{url.Host}"), [.. those.Select(person => new Invited(person.Name, person.Email))], booking.IsCancelled);
    }

    LetterCase Named(Case one, CaseMeeting meeting) => tell.Named(one, $"/passos/{meeting.Step}/videoconferencia");

    async Task<IReadOnlyList<KnownPerson>> ThoseAsync(Case one, Guid host, CancellationToken cancel) =>
        [.. (await tell.DentistsSideAsync(one, cancel)).Concat((await people.ByIdAsync([host], cancel)).Values).DistinctBy(person => person.Id)];
}
