namespace Percurso.Content.Domain.Pages;

/// <summary>A page's whole content at one moment. Never changed.</summary>
/// <param name="Number">Counts what was published; null for what was kept out of a collision.</param>
/// <param name="ById">The account that published or wrote it; null for the recipe and the site itself.</param>
sealed record PageVersion(Guid Id, Guid PageId, int? Number, PageContent Content, DateTime At, Guid? ById);
