namespace Percurso.Kernel.Web;

/// <summary>Who the site says it is, as its administrators named it.</summary>
/// <param name="Name">The company's name, as headings, titles and letters say it.</param>
public sealed record SiteIdentity(string Name);
