using System.Globalization;

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

using Percurso.Content.Data;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Navigation;

namespace Percurso.Content.Menus;

/// <summary>Which menu somebody works on, as the address says it: the main one in Portuguese where it says nothing.</summary>
sealed class MenuChoice
{
    /// <summary><c>rodape</c> for the one at the foot.</summary>
    [FromQuery(Name = "onde")]
    public string? Where { get; set; }

    /// <summary>Two letters of a language of the site.</summary>
    [FromQuery(Name = "lingua")]
    public string? Language { get; set; }

    public MenuPlace Place => Where == "rodape" ? MenuPlace.Footer : MenuPlace.Main;

    public CultureInfo Culture => Translations.Cultures.FirstOrDefault(culture => Letters(culture) == Language) ?? Translations.Cultures[0];

    public static string Letters(CultureInfo culture) => culture.TwoLetterISOLanguageName;

    public static string WordOf(MenuPlace place) => place == MenuPlace.Footer ? "rodape" : "principal";

    /// <summary>For links to other pages of the same menu.</summary>
    public object Route => new { onde = WordOf(Place), lingua = Letters(Culture) };

    public Task<SiteMenu?> FindAsync(ContentDb db, CancellationToken cancel)
    {
        var (place, culture) = (Place, Culture.Name);
        return db.Menus.SingleOrDefaultAsync(menu => menu.Place == place && menu.Culture == culture, cancel);
    }
}
