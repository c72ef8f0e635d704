using System.Text.Json;

using Microsoft.EntityFrameworkCore;

using Percurso.Content.Data;
using Percurso.Content.Domain.Pages;
using Percurso.Content.Menus;
using Percurso.Kernel;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Navigation;
using Percurso.Kernel.Recipes;

namespace Percurso.Content.Recipes;

/// <summary>
/// <c>{ "name": "menus", "menus": [ { "place": "main", "pt-BR": [ { "page": "quem-somos" }, { "text": "A empresa", "items": [ … ] }, { "text": …, "link": … } ], "en": [ … ] } ] }</c>:
/// menus; a page is named by its address in that language. A menu somebody has written already stays as it is.
/// </summary>
sealed class FillMenus(ContentDb db) : IRecipeStep
{
    sealed record Step(string Name, IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> Menus);

    sealed record Item(string? Text = null, string? Page = null, string? Link = null, IReadOnlyList<Item>? Items = null);

    public static string Name => "menus";

    public async Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        foreach (var menu in step.As<Step>().Menus)
        {
            if (!menu.TryGetValue("place", out var named) || !Enum.TryParse<MenuPlace>(named.GetString(), ignoreCase: true, out var place))
                throw new RecipeBrokenException("A menu's place is \"main\" or \"footer\".");
            foreach (var (culture, items) in menu.Where(one => one.Key != "place")) await FillAsync(place, culture, items.As<List<Item>>(), cancel);
        }

        await db.SaveChangesAsync(cancel);
    }

    async Task FillAsync(MenuPlace place, string culture, List<Item> items, CancellationToken cancel)
    {
        if (Translations.Cultures.All(known => known.Name != culture)) throw new RecipeBrokenException($"The site has no language {culture}.");
        if (await db.Menus.AnyAsync(menu => menu.Place == place && menu.Culture == culture, cancel)) return;

        var menu = new SiteMenu(place, culture);
        foreach (var item in items) menu.Add(await EntryAsync(item, culture, cancel));
        db.Add(menu);
    }

    async Task<MenuEntry> EntryAsync(Item item, string culture, CancellationToken cancel)
    {
        var within = new List<MenuEntry>();
        foreach (var one in item.Items ?? []) within.Add(await EntryAsync(one, culture, cancel));
        try
        {
            return MenuEntry.Of(Guid.CreateVersion7(), item.Text, item.Page is null ? null : await PageAsync(item.Page, culture, cancel), item.Link, within);
        }
        catch (RuleBrokenException refused)
        {
            throw new RecipeBrokenException($"The menu entry \"{item.Text}\": {refused.Message}", refused);
        }
    }

    async Task<Guid> PageAsync(string address, string culture, CancellationToken cancel)
    {
        var page = await db.Pages.SingleOrDefaultAsync(page => page.Culture == culture && page.Address == address.Trim('/'), cancel);
        return page?.Id ?? throw new RecipeBrokenException($"A menu names the page {PageAddress.PathOf(culture, address)}, which is not there.");
    }
}
