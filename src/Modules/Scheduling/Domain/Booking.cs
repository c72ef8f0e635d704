using NpgsqlTypes;

using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Scheduling.Contracts;

namespace Percurso.Scheduling.Domain;

/// <summary>A time at which somebody is met. The database lets no two of one person's overlap (<c>booking_alone</c>).</summary>
sealed class Booking : Aggregate
{
    Booking() { }

    public string Purpose { get; private init; } = "";
    public Guid SubjectId { get; private init; }

    /// <summary>Who is met.</summary>
    public Guid HostId { get; private init; }

    /// <summary>UTC.</summary>
    public DateTime StartsAt { get; private set; }
    public DateTime EndsAt { get; private set; }

    /// <summary>With what must be free around it.</summary>
    public NpgsqlRange<DateTime> Occupied { get; private set; }

    /// <summary>How often its time has changed, for calendars (RFC 5545, 3.8.7.4).</summary>
    public int Sequence { get; private set; }
    public DateTime? CancelledAt { get; private set; }

    public static Booking Make(string purpose, Guid subject, Guid host, DateTime start, MeetingRules rules)
    {
        var booking = new Booking { Purpose = purpose, SubjectId = subject, HostId = host };
        booking.At(start, rules);
        booking.Record(new MeetingBooked(booking.Id, purpose, subject));
        return booking;
    }

    /// <exception cref="RuleBrokenException">It was cancelled.</exception>
    public void Move(DateTime start, MeetingRules rules)
    {
        if (CancelledAt is not null) throw new RuleBrokenException("Este horário foi cancelado. Escolha outro.");

        Sequence++;
        At(start, rules);
        Record(new MeetingMoved(Id, Purpose, SubjectId));
    }

    public void Cancel(DateTime now)
    {
        if (CancelledAt is not null) return;

        (CancelledAt, Sequence) = (now, Sequence + 1);
        Changed();
        Record(new MeetingCancelled(Id, Purpose, SubjectId));
    }

    void At(DateTime start, MeetingRules rules)
    {
        var kept = FreeTimes.Around(start, rules);
        (StartsAt, EndsAt, Occupied) = (start, start.AddMinutes(rules.Length), new(kept.From, lowerBoundIsInclusive: true, kept.Until, upperBoundIsInclusive: false));
        Changed();
    }
}
