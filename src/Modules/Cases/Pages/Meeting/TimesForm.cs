using System.Globalization;

using Percurso.Kernel.Web;

namespace Percurso.Cases.Pages.Meeting;

/// <summary>Free times to choose from, day by day as clocks in one zone show them.</summary>
/// <param name="Times">UTC, earliest first.</param>
/// <param name="Zone">In which the page is written; a script may show them in that of whoever reads.</param>
/// <param name="Handler">Of the page.</param>
/// <param name="Button">What sends it.</param>
/// <param name="Many">Whether more than one may be chosen.</param>
sealed record TimesForm(IReadOnlyList<DateTime> Times, TimeZoneInfo Zone, string Handler, string Button, bool Many = false)
{
    public IEnumerable<(string Day, IReadOnlyList<(string Value, string Clock)> Times)> Days =>
        Times.Select(time => (Time: time, Local: TimeZoneInfo.ConvertTimeFromUtc(time, Zone))).GroupBy(time => DateOnly.FromDateTime(time.Local), (day, times) => (
            Said(day), (IReadOnlyList<(string, string)>)[.. times.Select(time => (Value(time.Time), time.Local.ToString("HH:mm", CultureInfo.InvariantCulture)))]));

    /// <summary>As forms send it.</summary>
    public static string Value(DateTime time) => time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    static string Said(DateOnly day) => day.ToString("D", CultureInfo.CurrentCulture);
}
