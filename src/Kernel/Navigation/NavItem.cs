namespace Percurso.Kernel.Navigation;

/// <summary>Where a navigation item is offered.</summary>
public enum Menu
{
    /// <summary>The institutional pages, for visitors.</summary>
    Site,

    /// <summary>The client area.</summary>
    Client,

    /// <summary>The administration, for the company's staff.</summary>
    Administration,
}

/// <summary>
/// One entry of a menu, contributed by a module. Layouts render the items; no layout names a module.
/// </summary>
/// <param name="Menu">The menu that offers it.</param>
/// <param name="Text">The words in Portuguese, a key of the module's translations.</param>
/// <param name="Url">The address inside the site, beginning with <c>/</c>.</param>
/// <param name="Position">Lower comes first; leave gaps (10, 20, 30).</param>
/// <param name="Icon">A name from the theme's icons, or null.</param>
/// <param name="Permission">Hidden from those who lack it. The page's own policy is what enforces it.</param>
/// <param name="Group">Items with the same group stand together under its words; null stands first, alone.</param>
public sealed record NavItem(
    Menu Menu, string Text, string Url, int Position, string? Icon = null, string? Permission = null, string? Group = null);
