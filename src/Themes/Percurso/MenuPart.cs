using Microsoft.AspNetCore.Http;

using Percurso.Kernel.Navigation;

namespace Percurso.Theme;

/// <summary>Items of a menu that stand together, and the one under which the reader is.</summary>
sealed record MenuPart(IEnumerable<NavItem> Items, NavItem? Current)
{
    /// <summary>The item whose address is the nearest above the page's own; the front page only for itself.</summary>
    public static NavItem? CurrentAmong(IEnumerable<NavItem> items, PathString path) => items
        .Where(item => item.Url == "/" ? path == "/" : path.StartsWithSegments(item.Url))
        .MaxBy(item => item.Url.Length);

    /// <summary>The address in a menu the company wrote that is the nearest above the page's own; null for none.</summary>
    public static string? UrlOf(IReadOnlyList<MenuLink> links, PathString path) => links
        .SelectMany(link => link.Within.Prepend(link)).Select(link => link.Url)
        .Where(url => url is not null && url.StartsWith('/') && (url.Trim('/').Length < 3 ? path == url : path.StartsWithSegments(url)))
        .MaxBy(url => url!.Length);
}
