using System.Globalization;

using Percurso.Kernel.Localization;
using Percurso.Kernel.Settings;

namespace Percurso.Kernel.Web;

/// <summary>Who the site says it is, as its administrators named it.</summary>
/// <param name="Name">The company's name, as headings, titles and letters say it.</param>
/// <param name="Languages">Those the reader may choose among, Portuguese first.</param>
public sealed record SiteIdentity(string Name, IReadOnlyList<CultureInfo> Languages)
{
    /// <summary>As a company's settings have it; before there is one, the product speaks for itself.</summary>
    internal static SiteIdentity Of(Company? company) => company is null
        ? new("Percurso", Translations.Cultures)
        : new(company.SiteName, [.. Translations.Cultures.Where(culture => culture == Translations.Cultures[0] || company.Languages.Contains(culture.Name))]);
}
