using Percurso.Kernel.Settings;

namespace Percurso.Kernel.Recipes;

/// <summary>
/// Proves that whoever answers the set-up page can read the host's output: the page of a new site is open to the world, and
/// the first to answer becomes its administrator.
/// </summary>
sealed record SetUpCode(string Code) : ISettingsGroup
{
    public static string Key => "kernel.set-up-code";
}
