using Microsoft.AspNetCore.Http;

using Percurso.Kernel.Navigation;

namespace Percurso.Theme;

/// <summary>Where in a menu the reader is.</summary>
static class CurrentItem
{
    /// <summary>The item whose address is the nearest above the page's own; the front page only for itself.</summary>
    public static NavItem? Among(IEnumerable<NavItem> items, PathString path) => items
        .Where(item => item.Url == "/" ? path == "/" : path.StartsWithSegments(item.Url))
        .MaxBy(item => item.Url.Length);
}
