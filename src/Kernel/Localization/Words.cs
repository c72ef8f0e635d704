using System.Globalization;

using Microsoft.Extensions.Localization;

namespace Percurso.Kernel.Localization;

/// <summary>
/// The words of the interface in the reader's language. Portuguese is the source and its own key: <c>T["Enviar caso"]</c>
/// reads as the product reads. Views have it as <c>T</c>.
/// </summary>
public sealed class Words(Translations translations) : IStringLocalizer
{
    public LocalizedString this[string name] => this[name, []];

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var (found, text) = translations.Find(CultureInfo.CurrentUICulture, name);
            return new(name, Filled(text, arguments), resourceNotFound: !found);
        }
    }

    /// <summary>
    /// The form of a sentence that goes with a count: <c>T.Plural(3, "{0} carta", "{0} cartas")</c>. <c>{0}</c> is the
    /// count; further arguments follow it.
    /// </summary>
    public string Plural(long count, string one, string many, params object[] arguments) =>
        Filled(translations.FindPlural(CultureInfo.CurrentUICulture, one, many, count), [count, .. arguments]);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        translations.Of(CultureInfo.CurrentUICulture).Select(pair => new LocalizedString(pair.Key, pair.Value));

    static string Filled(string text, object[] arguments) =>
        arguments.Length == 0 ? text : string.Format(CultureInfo.CurrentCulture, text, arguments);
}
