using Percurso.Kernel.Localization;
using Percurso.Kernel.Settings;

namespace Percurso.Content.Domain;

/// <summary>What the site's first page says, as the recipe wrote it.</summary>
sealed record FirstPage(LocalText Heading, LocalText Lead, LocalText Path, IReadOnlyList<FirstPage.Step> Steps) : ISettingsGroup
{
    public static string Key => "content.first-page";

    /// <summary>One station of the path.</summary>
    internal sealed record Step(LocalText Title, LocalText Text);
}
