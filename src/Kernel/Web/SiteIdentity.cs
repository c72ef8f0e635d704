namespace Percurso.Kernel.Web;

/// <summary>Whose site this request is on, as the layouts say it.</summary>
public sealed record SiteIdentity(string Name);
