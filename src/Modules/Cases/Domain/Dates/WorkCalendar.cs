using Percurso.Kernel.Brazil;

namespace Percurso.Cases.Domain.Dates;

/// <summary>Working days: Monday to Friday but for Brazil's holidays and the days the company adds.</summary>
sealed class WorkCalendar(IEnumerable<ClosedDay> own)
{
    readonly List<ClosedDay> own = [.. own];
    readonly Dictionary<int, IReadOnlyDictionary<DateOnly, string>> national = [];

    public bool IsOpen(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    /// <summary>Brazil's, or the company's own; weekends are not.</summary>
    public bool IsHoliday(DateOnly day) => National(day.Year).ContainsKey(day) || own.Exists(one => one.Falls(day));

    /// <summary>The day that many working days after another; none of them is the next working day, or the day itself when it is one.</summary>
    public DateOnly Add(DateOnly from, int days) => Walk(from, days, 1);

    /// <summary>The day that many working days before another.</summary>
    public DateOnly Back(DateOnly from, int days) => Walk(from, days, -1);

    /// <summary>Working days after one day up to and with another; negative when that comes before.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (to < from) return -Between(to, from);

        var days = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1)) if (IsOpen(day)) days++;
        return days;
    }

    DateOnly Walk(DateOnly from, int days, int step)
    {
        var day = from;
        while (!IsOpen(day)) day = day.AddDays(step);
        for (; days > 0; days--)
        {
            do day = day.AddDays(step);
            while (!IsOpen(day));
        }

        return day;
    }

    IReadOnlyDictionary<DateOnly, string> National(int year) =>
        national.TryGetValue(year, out var known) ? known : national[year] = Holidays.Of(year);
}
