using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Meetings.Contracts;
using Percurso.Scheduling.Contracts;

namespace Percurso.Cases.Steps.Meeting;

/// <summary>Moves a meeting on, with what follows for its booking and for the case: each in one transaction.</summary>
sealed class MeetingDesk(CasesDb db, IBookings bookings, IMeetingRooms rooms, ICaseSteps steps, IStaff staff, TimeProvider clock)
{
    public const string Purpose = "meeting";

    DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>To be changed.</summary>
    public Task<CaseMeeting> FindAsync(Guid caseId, string step, CancellationToken cancel) =>
        db.WholeMeetings.SingleAsync(one => one.CaseId == caseId && one.Step == step, cancel);

    /// <summary>The time that stands, as Scheduling has it.</summary>
    public async Task<BookingView?> BookingAsync(CaseMeeting meeting, CancellationToken cancel) =>
        meeting.BookingId is { } id ? (await bookings.OfAsync(Purpose, meeting.Id, cancel)).Single(one => one.Id == id) : null;

    /// <summary>When the case's planner can be met, or where they never can, anybody who may be; once it is booked, whoever it is booked with.</summary>
    public async Task<IReadOnlyList<DateTime>> OffersAsync(Case one, CaseMeeting meeting, DateTime from, DateTime until, CancellationToken cancel) =>
        [.. (await bookings.FreeAsync(await HostsAsync(one, meeting, cancel), from, until, cancel)).Select(time => time.StartsAt).Distinct()];

    /// <summary>The free times nearest to one that was wanted.</summary>
    public async Task<IReadOnlyList<DateTime>> NearAsync(Case one, CaseMeeting meeting, DateTime wanted, CancellationToken cancel) =>
        [.. (await OffersAsync(one, meeting, wanted.AddDays(-4), wanted.AddDays(10), cancel)).OrderBy(time => (time - wanted).Duration()).Take(3).Order()];

    public async Task ProposeAsync(Case one, CaseMeeting meeting, IReadOnlyCollection<DateTime> times, Guid by, CancellationToken cancel)
    {
        foreach (var time in times)
            if (!(await OffersAsync(one, meeting, time, time.AddTicks(1), cancel)).Contains(time)) throw new RuleBrokenException("Um destes horários não está mais livre. Escolha outro.");

        using var together = Together.Begin();
        meeting.Propose(new(meeting, by, Now), times);
        await SaveAsync(one, meeting, Turn.Dentist, by, cancel);
        together.Complete();
    }

    public async Task DeclineAsync(Case one, CaseMeeting meeting, Guid by, CancellationToken cancel)
    {
        using var together = Together.Begin();
        meeting.Decline(new(meeting, by, Now));
        await SaveAsync(one, meeting, Turn.Company, by, cancel);
        together.Complete();
    }

    /// <returns>False when the time was taken meanwhile.</returns>
    public async Task<bool> BookAsync(Case one, CaseMeeting meeting, DateTime start, Guid by, CancellationToken cancel)
    {
        MeetingFlow.Table.Do(meeting.State, MeetingRole.Dentist, MeetingMove.Book, new(meeting, by, Now));
        foreach (var free in await bookings.FreeAsync(await HostsAsync(one, meeting, cancel), start, start.AddTicks(1), cancel))
        {
            // Whoever comes second in the database ends the transaction, so each host is asked in one of its own.
            using var together = Together.Begin();
            if (await bookings.BookAsync(Purpose, meeting.Id, free, cancel) is not { } booking) continue;

            meeting.Book(new(meeting, by, Now), booking);
            await rooms.OfAsync(Purpose, meeting.Id, booking.Id, cancel);
            await SaveAsync(one, meeting, Turn.Company, by, cancel);
            together.Complete();
            return true;
        }

        return false;
    }

    /// <inheritdoc cref="BookAsync" path="/returns" />
    public async Task<bool> MoveAsync(CaseMeeting meeting, DateTime start, Guid by, CancellationToken cancel)
    {
        var act = new MeetingAct(meeting, by, Now) { ChangesUntil = (await BookingAsync(meeting, cancel))?.ChangesUntil };
        MeetingFlow.Table.Do(meeting.State, MeetingRole.Dentist, MeetingMove.Move, act);
        using var together = Together.Begin();
        if (await bookings.MoveAsync(meeting.BookingId!.Value, start, cancel) is not { } booking) return false;

        meeting.Move(act, booking);
        await db.SaveChangesAsync(cancel);
        together.Complete();
        return true;
    }

    public async Task CancelAsync(Case one, CaseMeeting meeting, MeetingRole who, string? reason, Guid by, CancellationToken cancel)
    {
        var booking = await BookingAsync(meeting, cancel);
        using var together = Together.Begin();
        meeting.Cancel(who, new(meeting, by, Now) { Reason = reason, ChangesUntil = booking?.ChangesUntil });
        await bookings.CancelAsync(booking!.Id, cancel);
        await SaveAsync(one, meeting, Turn.Dentist, by, cancel);
        together.Complete();
    }

    /// <summary>To another service's room, or without an address back to ours.</summary>
    public async Task PlaceAsync(CaseMeeting meeting, string? address, Guid by, CancellationToken cancel)
    {
        meeting.At(new(meeting, by, Now) { Address = string.IsNullOrWhiteSpace(address) ? null : address.Trim() });
        await db.SaveChangesAsync(cancel);
    }

    public async Task WriteAsync(Case one, CaseMeeting meeting, string? text, Guid by, CancellationToken cancel)
    {
        using var together = Together.Begin();
        meeting.Write(new(meeting, by, Now), text);
        await SaveAsync(one, meeting, Turn.Dentist, by, cancel);
        together.Complete();
    }

    /// <param name="one">The case.</param>
    /// <param name="meeting">Its meeting.</param>
    /// <param name="read">Which minutes were before them: the planner may have corrected them meanwhile.</param>
    /// <param name="by">A dentist.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    public async Task ConfirmAsync(Case one, CaseMeeting meeting, int? read, Guid by, CancellationToken cancel)
    {
        using var together = Together.Begin();
        meeting.Confirm(new(meeting, by, Now) { Read = read });
        await db.SaveChangesAsync(cancel);
        await steps.DoneAsync(one.Id, meeting.Step, new { Meeting = meeting.Id, meeting.BookingId, Decisions = meeting.Decisions.Count, By = by, At = Now }, by, cancel);
        together.Complete();
    }

    public async Task DisputeAsync(Case one, CaseMeeting meeting, string? reason, Guid by, CancellationToken cancel)
    {
        using var together = Together.Begin();
        meeting.Dispute(new(meeting, by, Now) { Reason = reason });
        await SaveAsync(one, meeting, Turn.Company, by, cancel);
        together.Complete();
    }

    async Task<IReadOnlyCollection<Guid>> HostsAsync(Case one, CaseMeeting meeting, CancellationToken cancel)
    {
        if (meeting.HostId is { } host) return [host];

        var all = (await staff.WithAsync(SchedulingPermissions.BeMet, cancel)).Select(person => person.Id).ToList();
        return one.PlannerId is { } planner && all.Contains(planner) && (await bookings.FreeAsync([planner], Now, Now.AddDays(60), cancel)).Count > 0 ? [planner] : all;
    }

    async Task SaveAsync(Case one, CaseMeeting meeting, Turn turn, Guid by, CancellationToken cancel)
    {
        await db.StandStillAsync(one, cancel);
        await db.SaveChangesAsync(cancel);
        await steps.PassAsync(one.Id, meeting.Step, turn, null, by, cancel);
    }
}
