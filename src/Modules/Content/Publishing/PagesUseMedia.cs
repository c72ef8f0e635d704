using Microsoft.EntityFrameworkCore;

using Percurso.Content.Contracts;
using Percurso.Content.Data;

namespace Percurso.Content.Publishing;

/// <summary>Says which pages show an item of the media library, on the air or in a draft. Ids stand in the stored blocks as they are.</summary>
sealed class PagesUseMedia(ContentDb db) : IUseMedia
{
    public async Task<IReadOnlyList<MediaUse>> OfAsync(MediaEntry item, CancellationToken cancel)
    {
        var id = $"%{item.Id}%";
        var pages = await db.Pages.FromSql($"select * from content.page where draft::text like {id} or live::text like {id}").AsNoTracking()
            .OrderBy(page => page.Culture).ThenBy(page => page.Address).ToListAsync(cancel);
        return [.. pages.Select(page => new MediaUse($"{page.Draft.Title} ({page.Path})", $"/admin/paginas/{page.Id}"))];
    }
}
