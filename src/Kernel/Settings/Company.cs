namespace Percurso.Kernel.Settings;

/// <summary>Who runs this site. Its presence says that the site was set up.</summary>
/// <param name="SiteName">The name in the header, in page titles and letters.</param>
/// <param name="Recipe">The recipe the site was made with.</param>
/// <param name="TimeZone">IANA name; dates are shown in it.</param>
/// <param name="ContactEmail">The mailbox that visitors' messages reach.</param>
public sealed record Company(string SiteName, string Recipe, string TimeZone, string ContactEmail) : ISettingsGroup
{
    public static string Key => "kernel.company";

    public const string DefaultTimeZone = "America/Sao_Paulo";
}
