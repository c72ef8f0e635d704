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

    /// <summary>The registered name, for invoices and terms; empty until somebody writes it.</summary>
    public string LegalName { get; init; } = "";

    public string Cnpj { get; init; } = "";

    public string Phone { get; init; } = "";

    /// <summary>As it is printed, in lines.</summary>
    public string Address { get; init; } = "";

    /// <summary>The languages people may read the site in, Portuguese among them always.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["pt-BR", "en"];
}
