using System.Text.Json.Nodes;

using Microsoft.EntityFrameworkCore;

using Percurso.Content.Data;
using Percurso.Content.Menus;
using Percurso.Kernel;
using Percurso.Kernel.Navigation;

namespace Percurso.Content.Orchard;

/// <summary>Makes menus of Orchard's; those whose names speak of a footer stand at the foot, all others in the head.</summary>
sealed class OrchardMenus(ContentDb db)
{
    public async Task TakeAsync(JsonObject item, OrchardPages pages, OrchardReport report, CancellationToken cancel)
    {
        var title = item.Title() ?? "";
        if (OrchardPages.CultureOf(item, title) is not { } culture)
        {
            report.Left(item.Named(), "O site não tem este idioma.");
            return;
        }

        var name = $"{title} {item.Part("AliasPart").Words("Alias")}";
        var place = name.Contains("footer", StringComparison.OrdinalIgnoreCase) || name.Contains("rodap", StringComparison.OrdinalIgnoreCase) ? MenuPlace.Footer : MenuPlace.Main;
        var entries = Entries(item, pages, report, 0);
        if (entries.Count == 0)
        {
            report.Left(item.Named(), "O menu não tem itens.");
            return;
        }

        if (await db.Menus.AnyAsync(menu => menu.Place == place && menu.Culture == culture, cancel))
        {
            report.Here(item.Named());
            return;
        }

        var made = new SiteMenu(place, culture);
        foreach (var entry in entries) made.Add(entry);
        db.Add(made);
        await db.SaveChangesAsync(cancel);
        report.Taken(item.Named());
    }

    static List<MenuEntry> Entries(JsonObject item, OrchardPages pages, OrchardReport report, int depth)
    {
        var entries = new List<MenuEntry>();
        foreach (var one in item.Part("MenuItemsListPart").List("MenuItems"))
        {
            var within = Entries(one, pages, report, depth + 1);
            try
            {
                var entry = Entry(one, pages, depth == 0 ? within : []);
                entries.Add(entry);
                if (depth > 0) entries.AddRange(within);   // deeper levels come to stand beside
            }
            catch (RuleBrokenException refused)
            {
                report.Left(one.Named(), refused.Words);
            }
        }

        return entries;
    }

    static MenuEntry Entry(JsonObject item, OrchardPages pages, IReadOnlyList<MenuEntry> within)
    {
        var link = item.Part("LinkMenuItemPart") ?? item.Part("ContentMenuItemPart") ?? item.Part("HtmlMenuItemPart");
        var text = link.Words("Name") ?? item.Title();
        var url = link.Words("Url");
        if (url?.StartsWith("~/", StringComparison.Ordinal) is true) url = url[1..];
        var chosen = (item.Part("ContentMenuItemPart")?["SelectedContentItem"] as JsonObject)?["ContentItemIds"] is JsonArray { Count: > 0 } ids ? $"{ids[0]}" : null;
        return MenuEntry.Of(Guid.CreateVersion7(), text?[..Math.Min(text.Length, MenuEntry.TextLength)], pages.PageOf(chosen), url, within);
    }
}
