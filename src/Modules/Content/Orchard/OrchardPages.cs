using System.Text.Json.Nodes;

using Microsoft.EntityFrameworkCore;

using Percurso.Content.Blocks;
using Percurso.Content.Data;
using Percurso.Content.Domain.Pages;
using Percurso.Content.Publishing;
using Percurso.Kernel;
using Percurso.Kernel.Localization;

namespace Percurso.Content.Orchard;

/// <summary>Makes pages of content items that have a body, with the address Orchard gave them.</summary>
sealed class OrchardPages(ContentDb db, OrchardBlocks blocks, BlockKinds kinds, ReservedAddresses reserved, TimeProvider clock)
{
    static readonly string[] bodies = ["HtmlBodyPart", "MarkdownBodyPart", "FlowPart", "BagPart"];

    /// <summary>Pages made of this recipe, by the ids Orchard gave the items and by their sets of translations.</summary>
    readonly Dictionary<string, Guid> pages = [];
    readonly Dictionary<string, Guid> groups = [];

    public Guid? PageOf(string? item) => item is not null && pages.TryGetValue(item, out var page) ? page : null;

    public static bool IsPage(JsonObject item) => Array.Exists(bodies, part => item.Part(part) is not null) || item.Part("AutoroutePart") is not null;

    public async Task TakeAsync(JsonObject item, OrchardReport report, CancellationToken cancel)
    {
        if (item.Title() is not { } title)
        {
            report.Left(item.Named(), "O item não tem título.");
            return;
        }

        if (CultureOf(item, title) is not { } culture)
        {
            report.Left(item.Named(), "O site não tem o idioma {0}.", item.Part("LocalizationPart").Words("Culture"));
            return;
        }

        if (Address(item, title, culture, report) is not { } address) return;
        if (await db.Pages.SingleOrDefaultAsync(page => page.Culture == culture && page.Address == address, cancel) is { } there)
        {
            Remember(item, there);
            report.Here($"{item.Named()} → {there.Path}");
            return;
        }

        await MakeAsync(item, title, culture, address, report, cancel);
    }

    async Task MakeAsync(JsonObject item, string title, string culture, string address, OrchardReport report, CancellationToken cancel)
    {
        var content = new PageContent(
            title[..Math.Min(title.Length, PageContent.TitleLength)],
            Description(item), [.. (await blocks.OfAsync(item, report, cancel)).Take(Block.Most)]);
        if (content.Blocks.Count == 0)
        {
            report.Left(item.Named(), "O item não tem texto nem imagem que saibamos ler.");
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var set = item.Part("LocalizationPart").Words("LocalizationSet");
        var group = set is not null && groups.TryGetValue(set, out var known) ? known : Guid.CreateVersion7();
        var page = new SitePage(group, culture, address, content, null, now);
        if (item["Published"] is null || item.Is("Published")) page.Publish(kinds.WordsOf(content), null, now);
        db.Add(page);
        await db.SaveChangesAsync(cancel);
        Remember(item, page);
        report.Taken($"{item.Named()} → {page.Path}");
    }

    void Remember(JsonObject item, SitePage page)
    {
        if (item.Words("ContentItemId") is { } id) pages[id] = page.Id;
        if (item.Part("LocalizationPart").Words("LocalizationSet") is { } set) groups.TryAdd(set, page.GroupId);
    }

    string? Address(JsonObject item, string title, string culture, OrchardReport report)
    {
        try
        {
            var typed = item.Part("AutoroutePart").Words("Path") ?? item.Part("AliasPart").Words("Alias") ?? title;
            var address = PageAddress.Parse(OrchardJson.IsTemplate(typed) ? title : typed);
            reserved.Refuse(culture, address);
            return address;
        }
        catch (RuleBrokenException refused)
        {
            report.Left(item.Named(), refused.Words);
            return null;
        }
    }

    static string Description(JsonObject item)
    {
        var words = item.Part("SeoMetaPart").Words("MetaDescription") ?? "";
        return words[..Math.Min(words.Length, PageContent.DescriptionLength)];
    }

    /// <summary>Null for a language this site does not have; Portuguese for an item that names none.</summary>
    public static string? CultureOf(JsonObject item, string title)
    {
        if (item.Part("LocalizationPart").Words("Culture") is { } named) return Known(named);
        var end = (item.Part("AliasPart").Words("Alias") ?? title).Split('-', ' ')[^1].ToLowerInvariant();
        return end switch
        {
            "english" => "en",
            "french" or "fr" => null,
            { Length: 2 } letters when Known(letters) is { } found => found,
            _ => Translations.Cultures[0].Name,
        };
    }

    static string? Known(string culture) => Translations.Cultures.FirstOrDefault(one => one.Name.Equals(culture, StringComparison.OrdinalIgnoreCase)
        || one.TwoLetterISOLanguageName.Equals(culture.Split('-')[0], StringComparison.OrdinalIgnoreCase))?.Name;
}
