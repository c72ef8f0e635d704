using System.Globalization;

namespace Percurso.Kernel.Localization;

/// <summary>
/// Which of a language's plural forms goes with a count, as gettext numbers them. Rules: Unicode CLDR, "Language Plural Rules".
/// </summary>
public static class PluralRule
{
    /// <summary>Two forms; nought counts as one: "0 carta".</summary>
    public static int Portuguese(long count) => count is 0 or 1 ? 0 : 1;

    /// <summary>Two forms; nought is many: "0 letters".</summary>
    public static int English(long count) => count == 1 ? 0 : 1;

    /// <summary>Three forms: 1, 21, 31… · 2–4, 22–24… · the rest, 11–14 among them.</summary>
    public static int Russian(long count) => (count % 10, count % 100) switch
    {
        (1, not 11) => 0,
        (2 or 3 or 4, < 12 or > 14) => 1,
        _ => 2,
    };

    /// <summary>The rule of a culture's language; English where none is known.</summary>
    public static Func<long, int> Of(CultureInfo culture) => culture.TwoLetterISOLanguageName switch
    {
        "pt" => Portuguese,
        "ru" => Russian,
        _ => English,
    };
}
