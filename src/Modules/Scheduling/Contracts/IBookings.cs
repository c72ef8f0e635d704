namespace Percurso.Scheduling.Contracts;

/// <summary>A time that was booked.</summary>
/// <param name="HostId">Who is met.</param>
/// <param name="StartsAt">UTC.</param>
/// <param name="EndsAt">UTC.</param>
/// <param name="ChangesUntil">Until when whoever booked may move or cancel it. UTC.</param>
/// <param name="Sequence">How often it has changed, for calendars.</param>
public sealed record BookingView(Guid Id, Guid HostId, DateTime StartsAt, DateTime EndsAt, DateTime ChangesUntil, int Sequence, bool IsCancelled);

/// <summary>A time at which somebody can be met. UTC.</summary>
public sealed record FreeTime(Guid HostId, DateTime StartsAt);

/// <summary>Times at which people can be met, for modules above. It asks no rights: whoever calls has asked.</summary>
public interface IBookings
{
    /// <summary>When any of these people can be met, earliest first. Who keeps no agenda is never free.</summary>
    Task<IReadOnlyList<FreeTime>> FreeAsync(IReadOnlyCollection<Guid> hosts, DateTime from, DateTime until, CancellationToken cancel);

    /// <returns>Null when the time is not free, or was taken meanwhile.</returns>
    Task<BookingView?> BookAsync(string purpose, Guid subject, FreeTime time, CancellationToken cancel);

    /// <returns>Null when the time is not free, or was taken meanwhile; then the old one stands.</returns>
    /// <exception cref="Kernel.RuleBrokenException">It was cancelled.</exception>
    Task<BookingView?> MoveAsync(Guid booking, DateTime start, CancellationToken cancel);

    Task CancelAsync(Guid booking, CancellationToken cancel);

    /// <summary>All there ever were, the latest first.</summary>
    Task<IReadOnlyList<BookingView>> OfAsync(string purpose, Guid subject, CancellationToken cancel);
}

/// <summary>The days on which the company rests, answered by whichever module keeps them; without an answer, Brazil's holidays.</summary>
public interface IClosedDays
{
    Task<Func<DateOnly, bool>> ReadAsync(CancellationToken cancel);
}
