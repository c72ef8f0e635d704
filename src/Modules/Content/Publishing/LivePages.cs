using Microsoft.EntityFrameworkCore;

using Percurso.Content.Data;
using Percurso.Content.Domain.Pages;
using Percurso.Kernel.Web;

namespace Percurso.Content.Publishing;

/// <summary>A page as visitors see it.</summary>
sealed record LivePage(Guid Id, Guid GroupId, string Culture, string Address, PageContent Content, DateTime PublishedAt)
{
    public string Path => PageAddress.PathOf(Culture, Address);
}

/// <summary>What is on the air.</summary>
sealed class LivePages(ContentDb db, SiteIdentity site)
{
    /// <summary>The page at a path, in a language the site offers.</summary>
    public async Task<LivePage?> AtAsync(string? path, CancellationToken cancel)
    {
        var (culture, address) = PageAddress.Of(path);
        if (!site.Languages.Contains(culture) || address.Length > PageAddress.Length) return null;

        return await Shown(db.Pages.Where(page => page.Culture == culture.Name && page.Address == address)).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The paths of the same page in each language it is on the air in, by culture.</summary>
    public async Task<IReadOnlyDictionary<string, string>> TranslationsAsync(LivePage page, CancellationToken cancel)
    {
        var offered = site.Languages.Select(culture => culture.Name).ToList();
        var rows = await db.Pages.Where(one => one.GroupId == page.GroupId && one.Live != null && offered.Contains(one.Culture))
            .Select(one => new { one.Culture, one.Address }).ToListAsync(cancel);
        return rows.ToDictionary(one => one.Culture, one => PageAddress.PathOf(one.Culture, one.Address));
    }

    /// <summary>Where a path that has no page leads; null for nowhere.</summary>
    public async Task<string?> RedirectAsync(string path, CancellationToken cancel)
    {
        if (path.Length > Redirect.Length) return null;

        var origin = path.Length > 1 ? path.TrimEnd('/') : path;
        return await db.Redirects.Where(one => one.Origin == origin).Select(one => new { one.PageId, one.Target }).SingleOrDefaultAsync(cancel) switch
        {
            null => null,
            { Target: { } target } => target,
            { PageId: var id } => (await Shown(db.Pages.Where(page => page.Id == id)).SingleOrDefaultAsync(cancel))?.Path,
        };
    }

    static IQueryable<LivePage> Shown(IQueryable<SitePage> pages) => pages.AsNoTracking().Where(page => page.Live != null)
        .Select(page => new LivePage(page.Id, page.GroupId, page.Culture, page.Address, page.Live!, page.PublishedAt!.Value));
}
