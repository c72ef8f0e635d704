using System.Text.Json.Nodes;

using Microsoft.EntityFrameworkCore;

using Percurso.Content.Contracts;
using Percurso.Content.Data;
using Percurso.Content.Domain.Pages;

namespace Percurso.Content.Publishing;

/// <summary>Says on which pages an item of the media library is shown, on the air or in a draft.</summary>
sealed class UsedOnPages(ContentDb db) : IUseMedia
{
    public async Task<IReadOnlyList<MediaUse>> OfAsync(MediaEntry item, CancellationToken cancel)
    {
        var pages = await db.Pages.AsNoTracking().Select(page => new { page.Id, page.Title, page.Draft, page.Live }).ToListAsync(cancel);
        return [.. pages.Where(page => Shows(page.Draft, item.Key) || (page.Live is { } live && Shows(live, item.Key)))
            .Select(page => new MediaUse(page.Title, $"/admin/paginas/{page.Id}"))];
    }

    static bool Shows(PageContent content, string key) => content.Blocks.Any(block => Shows(block.Settings, key));

    static bool Shows(JsonNode? node, string key) => node switch
    {
        JsonObject settings => settings.Any(pair => Shows(pair.Value, key)),
        JsonArray items => items.Any(one => Shows(one, key)),
        JsonValue value => value.TryGetValue<string>(out var text) && text == key,
        _ => false,
    };
}
