namespace Percurso.Kernel.Brazil;

/// <summary>
/// The days on which Brazil rests: national holidays (Leis 662/1949, 6.802/1980, 14.759/2023), those that move with Easter, and Carnaval and
/// Corpus Christi, which are no holidays by federal law and on which nobody works all the same. Municipal and state days are each company's own.
/// </summary>
public static class Holidays
{
    /// <summary>Of one year, by day.</summary>
    public static IReadOnlyDictionary<DateOnly, string> Of(int year)
    {
        var easter = Easter(year);
        return new Dictionary<DateOnly, string>(
        [
            new(new(year, 1, 1), "Confraternização Universal"),
            new(easter.AddDays(-48), "Carnaval, segunda-feira"),
            new(easter.AddDays(-47), "Carnaval, terça-feira"),
            new(easter.AddDays(-2), "Paixão de Cristo"),
            .. Unless(new(year, 4, 21), "Tiradentes", easter),
            new(new(year, 5, 1), "Dia do Trabalho"),
            new(easter.AddDays(60), "Corpus Christi"),
            new(new(year, 9, 7), "Independência"),
            new(new(year, 10, 12), "Nossa Senhora Aparecida"),
            new(new(year, 11, 2), "Finados"),
            new(new(year, 11, 15), "Proclamação da República"),
            .. year >= 2024 ? [new(new DateOnly(year, 11, 20), "Consciência Negra")] : Array.Empty<KeyValuePair<DateOnly, string>>(),
            new(new(year, 12, 25), "Natal"),
        ]);
    }

    /// <summary>Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8).</summary>
    public static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var (d, e) = (b / 4, b % 4);
        var g = (8 * b + 13) / 25;
        var h = (19 * a + b - d - g + 15) % 30;
        var (i, k) = (c / 4, c % 4);
        var l = (32 + 2 * e + 2 * i - h - k) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var month = (h + l - 7 * m + 114) / 31;
        return new(year, month, (h + l - 7 * m + 114) % 31 + 1);
    }

    /// <summary>Good Friday falls on Tiradentes now and then (2000, 2079): one day then has one name.</summary>
    static IEnumerable<KeyValuePair<DateOnly, string>> Unless(DateOnly day, string name, DateOnly easter) =>
        day == easter.AddDays(-2) ? [] : [new(day, name)];
}
