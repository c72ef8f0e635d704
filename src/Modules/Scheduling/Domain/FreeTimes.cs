namespace Percurso.Scheduling.Domain;

/// <summary>What a booking keeps from others, with what must be free around it. UTC.</summary>
readonly record struct Occupied(DateTime From, DateTime Until);

/// <summary>
/// The times at which somebody can be met. Nothing is written down beforehand: it follows from their hours, the rules and what is booked, and a booking is
/// held against the same answer that offered it.
/// </summary>
static class FreeTimes
{
    /// <param name="agenda">Whose times.</param>
    /// <param name="rules">Length, distance, notice.</param>
    /// <param name="isClosed">Whether the company rests on a day.</param>
    /// <param name="occupied">What is booked already.</param>
    /// <param name="from">The first moment of interest. UTC.</param>
    /// <param name="until">The moment by which it must have begun, exclusive. UTC.</param>
    /// <param name="now">UTC.</param>
    /// <returns>When it may begin, earliest first. UTC.</returns>
    public static IEnumerable<DateTime> Of(
        Agenda agenda, MeetingRules rules, Func<DateOnly, bool> isClosed, IReadOnlyList<Occupied> occupied, DateTime from, DateTime until, DateTime now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(agenda.Zone);
        var (first, last) = (Later(from, now.AddMinutes(rules.Notice)), now.AddDays(rules.Days));
        for (var day = DayOf(first, zone); day <= DayOf(until, zone) && day <= DayOf(last, zone); day = day.AddDays(1))
            foreach (var hours in agenda.HoursOn(day, isClosed(day)))
                for (var minute = hours.From; minute < hours.To; minute += rules.Every)
                {
                    if (Moment(day, minute, zone) is not { } start || start < first || start >= until || start > last) continue;

                    var end = start.AddMinutes(rules.Length);
                    if (end <= End(day, hours.To, zone) && IsFree(start.AddMinutes(-rules.Before), end.AddMinutes(rules.After), occupied)) yield return start;
                }
    }

    /// <summary>What a meeting at this time keeps from others.</summary>
    public static Occupied Around(DateTime start, MeetingRules rules) => new(start.AddMinutes(-rules.Before), start.AddMinutes(rules.Length + rules.After));

    static bool IsFree(DateTime from, DateTime until, IReadOnlyList<Occupied> occupied) => occupied.All(other => until <= other.From || other.Until <= from);

    static DateOnly DayOf(DateTime moment, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(moment, zone));

    /// <summary>Null for a time that clocks leave out when they are put forward; of one they show twice, the first.</summary>
    static DateTime? Moment(DateOnly day, int minute, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
        if (zone.IsInvalidTime(local)) return null;

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }

    /// <summary>Hours that end within the hour that is left out end when it would have.</summary>
    static DateTime End(DateOnly day, int minute, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
        return DateTime.SpecifyKind(local - zone.GetUtcOffset(local.AddTicks(-1)), DateTimeKind.Utc);
    }

    static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;
}
