using System.Globalization;

namespace Percurso.Kernel.Web;

/// <summary>How one language says days and hours. A further language is a further instance here.</summary>
/// <param name="Minutes">From now; negative is past.</param>
sealed record DateWords(
    string Now,
    string Today,
    string Tomorrow,
    string Yesterday,
    Func<int, string> Minutes,
    Func<DateTime, string> DayName,
    Func<DateTime, string> LastDayName,
    Func<DateTime, string> Date,
    Func<DateTime, string> DateWithYear,
    Func<DateTime, string> Hour)
{
    static readonly CultureInfo Brazil = CultureInfo.GetCultureInfo("pt-BR");
    static readonly CultureInfo Britain = CultureInfo.GetCultureInfo("en-GB");

    static readonly DateWords Portuguese = new(
        "agora", "hoje", "amanhã", "ontem",
        minutes => minutes < 0 ? $"há {-minutes} min" : $"em {minutes} min",
        day => day.ToString("dddd", Brazil),
        day => $"{day.ToString("dddd", Brazil)} {(day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? "passado" : "passada")}",
        day => day.ToString("d' de 'MMMM", Brazil),
        day => day.ToString("d' de 'MMMM' de 'yyyy", Brazil),
        hour => hour.ToString(hour.Minute == 0 ? "H'h'" : "H'h'mm", Brazil));

    static readonly DateWords English = new(
        "now", "today", "tomorrow", "yesterday",
        minutes => minutes < 0 ? $"{-minutes} min ago" : $"in {minutes} min",
        day => day.ToString("dddd", Britain),
        day => $"last {day.ToString("dddd", Britain)}",
        day => day.ToString("d MMMM", Britain),
        day => day.ToString("d MMMM yyyy", Britain),
        hour => hour.ToString("HH:mm", Britain));

    public static DateWords Of(CultureInfo culture) => culture.TwoLetterISOLanguageName == "pt" ? Portuguese : English;
}
