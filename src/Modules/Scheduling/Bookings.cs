using Microsoft.EntityFrameworkCore;

using Npgsql;

using Percurso.Kernel.Brazil;
using Percurso.Kernel.Settings;
using Percurso.Scheduling.Contracts;
using Percurso.Scheduling.Data;
using Percurso.Scheduling.Domain;

namespace Percurso.Scheduling;

sealed class Bookings(SchedulingDb db, ISettings settings, IEnumerable<IClosedDays> closed, TimeProvider clock) : IBookings
{
    DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<FreeTime>> FreeAsync(IReadOnlyCollection<Guid> hosts, DateTime from, DateTime until, CancellationToken cancel) =>
        await FreeAsync(hosts, from, until, except: null, cancel);

    public async Task<BookingView?> BookAsync(string purpose, Guid subject, FreeTime time, CancellationToken cancel)
    {
        if (!await IsFreeAsync(time, except: null, cancel)) return null;

        var rules = await RulesAsync(cancel);
        var booking = Booking.Make(purpose, subject, time.HostId, time.StartsAt, rules);
        db.Add(booking);
        return await IsSavedAsync(booking, cancel) ? View(booking, rules) : null;
    }

    public async Task<BookingView?> MoveAsync(Guid id, DateTime start, CancellationToken cancel)
    {
        var booking = await db.Bookings.SingleAsync(row => row.Id == id, cancel);
        var time = new FreeTime(booking.HostId, start);
        if (booking.CancelledAt is null && !await IsFreeAsync(time, except: id, cancel)) return null;

        var rules = await RulesAsync(cancel);
        booking.Move(start, rules);
        return await IsSavedAsync(booking, cancel) ? View(booking, rules) : null;
    }

    public async Task CancelAsync(Guid id, CancellationToken cancel)
    {
        (await db.Bookings.SingleAsync(row => row.Id == id, cancel)).Cancel(Now);
        await db.SaveChangesAsync(cancel);
    }

    public async Task<IReadOnlyList<BookingView>> OfAsync(string purpose, Guid subject, CancellationToken cancel)
    {
        var rules = await RulesAsync(cancel);
        var found = await db.Bookings.AsNoTracking().Where(row => row.Purpose == purpose && row.SubjectId == subject).OrderByDescending(row => row.StartsAt).ToListAsync(cancel);
        return [.. found.Select(booking => View(booking, rules))];
    }

    async Task<IReadOnlyList<FreeTime>> FreeAsync(IReadOnlyCollection<Guid> hosts, DateTime from, DateTime until, Guid? except, CancellationToken cancel)
    {
        var (rules, isClosed) = (await RulesAsync(cancel), await ClosedAsync(cancel));
        var agendas = await db.Agendas.AsNoTracking().Include(row => row.Days).Where(row => hosts.Contains(row.AccountId)).ToListAsync(cancel);
        // A day more on either side, for what must be free around a meeting.
        var (early, late) = (from.AddDays(-1), until.AddDays(1));
        var taken = await db.Bookings.AsNoTracking()
            .Where(row => hosts.Contains(row.HostId) && row.CancelledAt == null && row.Id != except && row.EndsAt > early && row.StartsAt < late)
            .Select(row => new { row.HostId, row.Occupied }).ToListAsync(cancel);
        return [.. agendas
            .SelectMany(agenda => FreeTimes
                .Of(agenda, rules, isClosed, [.. taken.Where(one => one.HostId == agenda.AccountId).Select(one => new Occupied(one.Occupied.LowerBound, one.Occupied.UpperBound))], from, until, Now)
                .Select(start => new FreeTime(agenda.AccountId, start)))
            .OrderBy(time => time.StartsAt)];
    }

    /// <summary>By the same answer that offers times.</summary>
    async Task<bool> IsFreeAsync(FreeTime time, Guid? except, CancellationToken cancel) =>
        (await FreeAsync([time.HostId], time.StartsAt, time.StartsAt.AddTicks(1), except, cancel)).Contains(time);

    /// <summary>Of many who take one time at once, the database lets one.</summary>
    async Task<bool> IsSavedAsync(Booking booking, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.ExclusionViolation, ConstraintName: SchedulingDb.Alone })
        {
            db.Entry(booking).State = EntityState.Detached;
            return false;
        }
    }

    async Task<MeetingRules> RulesAsync(CancellationToken cancel) => await settings.FindAsync<MeetingRules>(cancel) ?? new();

    async Task<Func<DateOnly, bool>> ClosedAsync(CancellationToken cancel) =>
        closed.FirstOrDefault() is { } kept ? await kept.ReadAsync(cancel) : day => Holidays.Of(day.Year).ContainsKey(day);

    static BookingView View(Booking booking, MeetingRules rules) => new(
        booking.Id, booking.HostId, booking.StartsAt, booking.EndsAt, booking.StartsAt.AddMinutes(-rules.Changing), booking.Sequence, booking.CancelledAt is not null);
}
