namespace Percurso.Kernel.Navigation;

/// <summary>Where a menu of the institutional pages stands.</summary>
public enum MenuPlace
{
    /// <summary>In the head of every page.</summary>
    Main,

    /// <summary>At its foot.</summary>
    Footer,
}

/// <summary>One entry of a menu as a reader sees it.</summary>
/// <param name="Text">In the reader's language.</param>
/// <param name="Url">Inside the site or outside; null for a heading.</param>
/// <param name="Within">The entries under it; those have none of their own.</param>
public sealed record MenuLink(string Text, string? Url, IReadOnlyList<MenuLink> Within);

/// <summary>
/// The menus that the company wrote itself. Where there is none, the layouts show what the modules contribute
/// (<see cref="NavItem"/>).
/// </summary>
public interface ISiteMenus
{
    /// <summary>In the reader's language, or in Portuguese where that has none; null where nobody wrote one.</summary>
    Task<IReadOnlyList<MenuLink>?> OfAsync(MenuPlace place, CancellationToken cancel);
}
