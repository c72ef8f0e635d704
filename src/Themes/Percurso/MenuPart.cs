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
}
