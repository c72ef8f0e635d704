using System.Globalization;

using Microsoft.EntityFrameworkCore;

using Percurso.Content.Data;
using Percurso.Content.Domain.Pages;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Navigation;

namespace Percurso.Content.Menus;

/// <summary>The menus as readers see them: pages that are not on the air are left out, and so is a heading with nothing under it.</summary>
sealed class ReadMenus(ContentDb db) : ISiteMenus
{
    public async Task<IReadOnlyList<MenuLink>?> OfAsync(MenuPlace place, CancellationToken cancel)
    {
        string[] cultures = [CultureInfo.CurrentUICulture.Name, Translations.Cultures[0].Name];
        var menus = await db.Menus.AsNoTracking().Where(menu => menu.Place == place && cultures.Contains(menu.Culture)).ToListAsync(cancel);
        var menu = menus.FirstOrDefault(menu => menu.Culture == cultures[0]) ?? menus.FirstOrDefault();
        return menu is null ? null : Links(menu.Entries, await PagesOfAsync(menu, cancel));
    }

    /// <summary>Of the pages a menu leads to: path and title, if on the air.</summary>
    public async Task<IReadOnlyDictionary<Guid, (string Path, string Title)>> PagesOfAsync(SiteMenu menu, CancellationToken cancel)
    {
        var ids = menu.All.Select(entry => entry.PageId).OfType<Guid>().Distinct().ToList();
        if (ids.Count == 0) return new Dictionary<Guid, (string, string)>();

        var pages = await db.Pages.AsNoTracking().Where(page => ids.Contains(page.Id) && page.Live != null)
            .Select(page => new { page.Id, page.Culture, page.Address, page.Live }).ToListAsync(cancel);
        return pages.ToDictionary(page => page.Id, page => (PageAddress.PathOf(page.Culture, page.Address), page.Live!.Title));
    }

    static List<MenuLink> Links(IReadOnlyList<MenuEntry> entries, IReadOnlyDictionary<Guid, (string Path, string Title)> pages) =>
        [.. entries.Select(entry => Link(entry, pages)).OfType<MenuLink>()];

    static MenuLink? Link(MenuEntry entry, IReadOnlyDictionary<Guid, (string Path, string Title)> pages)
    {
        var within = Links(entry.Within, pages);
        if (entry.PageId is { } id)
            return pages.TryGetValue(id, out var page) ? new(entry.Text.Length > 0 ? entry.Text : page.Title, page.Path, within) : null;

        return entry.Address is null && within.Count == 0 ? null : new(entry.Text, entry.Address, within);
    }
}
