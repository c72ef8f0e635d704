using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;

namespace Percurso.Kernel.Localization;

/// <summary>
/// Every <c>Localization/xx.po</c> of the modules, read once. Nobody is asked whose words they are: the same key reads alike in
/// all of them, which a test demands.
/// </summary>
public sealed class Translations
{
    /// <summary>The languages a person may choose, the source first.</summary>
    public static readonly IReadOnlyList<CultureInfo> Cultures = [new("pt-BR"), new("en")];

    readonly FrozenDictionary<string, FrozenDictionary<string, PoEntry>> byLanguage;

    public Translations(IEnumerable<Assembly> assemblies) =>
        byLanguage = assemblies.SelectMany(Files)
            .GroupBy(file => file.Language)
            .ToFrozenDictionary(language => language.Key, language => language
                .SelectMany(file => file.Entries)
                .GroupBy(entry => entry.Key)
                .ToFrozenDictionary(same => same.Key, same => same.Last()));

    /// <summary>The translation of a key, or the key itself, which is Portuguese.</summary>
    public (bool Found, string Text) Find(CultureInfo culture, string key) =>
        IsSource(culture) ? (true, key)
        : Entry(culture, key) is { Forms: [var text, ..] } ? (true, text)
        : (false, key);

    public string FindPlural(CultureInfo culture, string one, string many, long count) =>
        !IsSource(culture) && Entry(culture, one) is { } entry && entry.Forms.Count > PluralRule.Of(culture)(count)
            ? entry.Forms[PluralRule.Of(culture)(count)]
            : PluralRule.Portuguese(count) == 0 ? one : many;

    public IEnumerable<KeyValuePair<string, string>> Of(CultureInfo culture) =>
        byLanguage.GetValueOrDefault(culture.TwoLetterISOLanguageName, FrozenDictionary<string, PoEntry>.Empty)
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Forms[0]));

    static bool IsSource(CultureInfo culture) => culture.TwoLetterISOLanguageName is "pt" or "iv";

    PoEntry? Entry(CultureInfo culture, string key) =>
        byLanguage.TryGetValue(culture.TwoLetterISOLanguageName, out var entries) ? entries.GetValueOrDefault(key) : null;

    static IEnumerable<(string Language, IReadOnlyList<PoEntry> Entries)> Files(Assembly assembly)
    {
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".po", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name.Split('.')[^2], PoFile.Read(reader));
        }
    }
}
