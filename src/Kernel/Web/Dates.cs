using System.Globalization;

namespace Percurso.Kernel.Web;

/// <summary>
/// Moments as people say them: "amanhã, 14h30". Stored moments are UTC; days and hours are those of the company's time zone.
/// </summary>
public static class Dates
{
    /// <summary>
    /// The moment as seen from now: in minutes within the hour, by the day's name within six days, else by its date, with the
    /// year when it is another one.
    /// </summary>
    public static string Spoken(DateTime utc, DateTime nowUtc, TimeZoneInfo zone, CultureInfo culture)
    {
        var words = DateWords.Of(culture);
        var ahead = utc - nowUtc;
        if (ahead.Duration() < TimeSpan.FromMinutes(1)) return words.Now;
        if (ahead.Duration() < TimeSpan.FromHours(1)) return words.Minutes((int)ahead.TotalMinutes);

        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, zone);
        var today = TimeZoneInfo.ConvertTimeFromUtc(nowUtc, zone).Date;
        return $"{Day(local.Date, today, words)}, {words.Hour(local)}";
    }

    /// <summary>Leaves nothing to be known beside it: "quinta-feira, 12 de março de 2026, 14h30".</summary>
    public static string Full(DateTime utc, TimeZoneInfo zone, CultureInfo culture)
    {
        var words = DateWords.Of(culture);
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, zone);
        return $"{words.DayName(local)}, {words.DateWithYear(local)}, {words.Hour(local)}";
    }

    static string Day(DateTime day, DateTime today, DateWords words) => (day - today).Days switch
    {
        0 => words.Today,
        1 => words.Tomorrow,
        -1 => words.Yesterday,
        > 1 and < 7 => words.DayName(day),
        < -1 and > -7 => words.LastDayName(day),
        _ when day.Year == today.Year => words.Date(day),
        _ => words.DateWithYear(day),
    };
}
