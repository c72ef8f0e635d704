using System.Globalization;

namespace Percurso.Cases.Pages.Cases;

static class DayWords
{
    /// <summary>A day with its weekday, as the reader's language says it: "qua, 25 de novembro de 2026".</summary>
    public static string Said(this DateOnly day) =>
        day.ToString(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "pt" ? "ddd, d 'de' MMMM 'de' yyyy" : "ddd, d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>The same without its year when another day of that year follows in the same sentence.</summary>
    public static string Said(this DateOnly day, DateOnly next) => day.Year != next.Year
        ? day.Said()
        : day.ToString(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "pt" ? "ddd, d 'de' MMMM" : "ddd, d MMMM", CultureInfo.CurrentCulture);

    /// <summary>A day in a list: "25/11/2026".</summary>
    public static string Short(this DateOnly day) => day.ToString("d", CultureInfo.CurrentCulture);
}
