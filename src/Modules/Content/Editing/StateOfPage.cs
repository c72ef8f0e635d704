using Percurso.Content.Domain.Pages;

namespace Percurso.Content.Editing;

/// <summary>Where a page stands, for those who write it.</summary>
sealed record StateOfPage(bool IsLive, bool HasChanges, DateTime? PublishAt, DateTime? UnpublishAt)
{
    public static StateOfPage Of(SitePage page) => new(page.Live is not null, page.HasChanges, page.PublishAt, page.UnpublishAt);
}
