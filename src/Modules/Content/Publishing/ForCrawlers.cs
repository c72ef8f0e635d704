using System.Globalization;
using System.Xml.Linq;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

using Percurso.Content.Data;
using Percurso.Content.Domain.Pages;
using Percurso.Kernel.Web;

namespace Percurso.Content.Publishing;

/// <summary>What search engines ask for first: which pages there are (sitemaps.org), and where they need not look.</summary>
static class ForCrawlers
{
    static readonly XNamespace map = "http://www.sitemaps.org/schemas/sitemap/0.9", xhtml = "http://www.w3.org/1999/xhtml";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/robots.txt", (PublicUrl url) => Results.Text(
            $"User-agent: *\nDisallow: /admin\nDisallow: /conta\nDisallow: /busca\nSitemap: {url.To("/sitemap.xml")}\n")).AllowAnonymous();
        routes.MapGet("/sitemap.xml", SitemapAsync).AllowAnonymous();
    }

    static async Task<IResult> SitemapAsync(ContentDb db, SiteIdentity site, PublicUrl url, CancellationToken cancel)
    {
        var offered = site.Languages.Select(culture => culture.Name).ToList();
        var pages = await db.Pages.Where(page => page.Live != null && offered.Contains(page.Culture)).OrderBy(page => page.Culture).ThenBy(page => page.Address)
            .Select(page => new { page.GroupId, page.Culture, page.Address, page.PublishedAt }).ToListAsync(cancel);
        var groups = pages.ToLookup(page => page.GroupId);

        var document = new XElement(map + "urlset", new XAttribute(XNamespace.Xmlns + "xhtml", xhtml), pages.Select(page => new XElement(map + "url",
            new XElement(map + "loc", url.To(PageAddress.PathOf(page.Culture, page.Address))),
            new XElement(map + "lastmod", page.PublishedAt!.Value.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)),
            groups[page.GroupId].Count() < 2 ? null : groups[page.GroupId].Select(other => new XElement(xhtml + "link",
                new XAttribute("rel", "alternate"), new XAttribute("hreflang", other.Culture),
                new XAttribute("href", url.To(PageAddress.PathOf(other.Culture, other.Address))))))));
        return Results.Text($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{document}\n", "application/xml");
    }
}
