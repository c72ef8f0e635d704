using Percurso.Kernel;
using Percurso.Kernel.Data;

namespace Percurso.Content.Domain.Pages;

/// <summary>
/// A page of the institutional site, in one language. What is written goes into the draft; publishing copies the draft to what
/// visitors see and keeps it as a version.
/// </summary>
sealed class SitePage : Aggregate
{
    readonly List<PageVersion> versions = [];

    SitePage() { }

    /// <param name="group">Shared by the translations of one page.</param>
    /// <param name="culture">Its language.</param>
    /// <param name="address">As <see cref="PageAddress"/> has it.</param>
    /// <param name="draft">What it begins with.</param>
    /// <param name="by">Who makes it; null for a recipe.</param>
    /// <param name="now">When.</param>
    public SitePage(Guid group, string culture, string address, PageContent draft, Guid? by, DateTime now)
    {
        (GroupId, Culture, Address, Draft, Title) = (group, culture, address, draft, draft.Title);
        (SavedById, SavedAt) = (by, now);
    }

    public Guid GroupId { get; private set; }
    public string Culture { get; private set; } = "";
    public string Address { get; private set; } = "";
    public AgreementPage Agreement { get; private set; }

    public PageContent Draft { get; private set; } = null!;

    /// <summary>The draft's, to sort and search by.</summary>
    public string Title { get; private set; } = "";

    public DateTime SavedAt { get; private set; }
    public Guid? SavedById { get; private set; }

    /// <summary>Moves whenever the draft does; who saves says from which one they started.</summary>
    public int DraftNumber { get; private set; }

    /// <summary>What visitors see; null while the page is not on the air.</summary>
    public PageContent? Live { get; private set; }

    /// <summary>When it went on the air last.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>The words of <see cref="Live"/>, for the site's search.</summary>
    public string Search { get; private set; } = "";

    public DateTime? PublishAt { get; private set; }
    public DateTime? UnpublishAt { get; private set; }
    public Guid? ScheduledById { get; private set; }

    /// <summary>The number of the newest published version.</summary>
    public int Published { get; private set; }

    /// <summary>Only those that were loaded or just made.</summary>
    public IReadOnlyList<PageVersion> Versions => versions;

    public string Path => PageAddress.PathOf(Culture, Address);

    public bool IsFirst => Address.Length == 0;

    bool CanBePublished => Draft.Title.Length > 0 && Draft.Blocks.Any(block => !block.Hidden);

    public bool HasChanges => Live is null || !Live.Equals(Draft);

    /// <summary>Keeps what is being written.</summary>
    /// <returns>Whether it was taken. If somebody saved in between, theirs stays the draft and this is kept beside it.</returns>
    public bool Save(PageContent content, int from, Guid by, DateTime now)
    {
        if (from != DraftNumber && !content.Equals(Draft))
        {
            Rescue(content, by, now);
            return false;
        }

        if (content.Equals(Draft)) return true;

        SetDraft(content, by, now);
        return true;
    }

    /// <summary>One text a person: what the same one goes on typing after a collision takes the place of what was kept first.</summary>
    void Rescue(PageContent content, Guid by, DateTime now)
    {
        versions.RemoveAll(one => one.Number is null && one.ById == by && now - one.At < TimeSpan.FromMinutes(30));
        versions.Add(new(Guid.CreateVersion7(), Id, null, content, now, by));
        Changed();
    }

    /// <summary>Makes an earlier version the draft again. What was written and never published stays beside the versions.</summary>
    public void Restore(PageVersion version, Guid by, DateTime now)
    {
        if (HasChanges && !Draft.Equals(version.Content)) versions.Add(new(Guid.CreateVersion7(), Id, null, Draft, now, SavedById));
        SetDraft(version.Content, by, now);
    }

    /// <param name="search">The words of the draft's visible blocks.</param>
    /// <param name="by">Null for the recipe.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">There is nothing to see on it.</exception>
    public void Publish(string search, Guid? by, DateTime now)
    {
        if (Draft.Title.Length == 0) throw new RuleBrokenException("Escreva o título da página antes de publicar.");
        if (Draft.Blocks.All(block => block.Hidden)) throw new RuleBrokenException("A página não tem nenhum bloco à vista. Acrescente um antes de publicar.");

        (Live, Search, PublishedAt, PublishAt) = (Draft, search, now, null);
        Published++;
        versions.Add(new(Guid.CreateVersion7(), Id, Published, Draft, now, by));
        Changed();
    }

    /// <exception cref="RuleBrokenException">It is the first page, or not on the air.</exception>
    public void Unpublish()
    {
        if (IsFirst) throw new RuleBrokenException("A página inicial não pode sair do ar.");
        if (Live is null) throw new RuleBrokenException("Esta página não está no ar.");

        (Live, Search, UnpublishAt) = (null, "", null);
        Changed();
    }

    /// <param name="publishAt">Null for not by itself.</param>
    /// <param name="unpublishAt">Null for never.</param>
    /// <param name="by">Who decided it.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">A date is past, or it would go before it comes.</exception>
    public void Schedule(DateTime? publishAt, DateTime? unpublishAt, Guid by, DateTime now)
    {
        if (publishAt <= now || unpublishAt <= now) throw new RuleBrokenException("Esta hora já passou. Escolha uma que ainda vem.");
        if (unpublishAt <= publishAt) throw new RuleBrokenException("A página sairia do ar antes de entrar. Confira as duas datas.");
        if (unpublishAt is not null && IsFirst) throw new RuleBrokenException("A página inicial não pode sair do ar.");
        if (unpublishAt is not null && publishAt is null && Live is null) throw new RuleBrokenException("Esta página não está no ar.");

        (PublishAt, UnpublishAt, ScheduledById) = (publishAt, unpublishAt, by);
        Changed();
    }

    /// <summary>Does what was put down for this hour. What cannot be done (an empty page) is dropped, and the page stays as it was.</summary>
    /// <param name="search">As for publishing.</param>
    /// <param name="now">The hour.</param>
    public void KeepToSchedule(string search, DateTime now)
    {
        if (PublishAt <= now && CanBePublished) Publish(search, ScheduledById, now);
        if (UnpublishAt <= now && Live is not null && !IsFirst) Unpublish();
        if (PublishAt <= now) PublishAt = null;
        if (UnpublishAt <= now) UnpublishAt = null;
        Changed();
    }

    /// <summary>Gives it another address. The one it had goes on leading to it, if visitors could know it.</summary>
    /// <returns>The redirect to keep; null for none.</returns>
    /// <exception cref="RuleBrokenException">It is the first page.</exception>
    public Redirect? MoveTo(string address, DateTime now)
    {
        if (IsFirst) throw new RuleBrokenException("A página inicial fica no endereço do site.");
        if (address == Address) return null;

        var before = Path;
        Address = address;
        Changed();
        return Published == 0 ? null : Redirect.Kept(before, Id, now);
    }

    /// <summary>Says that it holds a text people agree to.</summary>
    public void Hold(AgreementPage agreement)
    {
        Agreement = agreement;
        Changed();
    }

    void SetDraft(PageContent content, Guid by, DateTime now)
    {
        (Draft, Title, SavedById, SavedAt) = (content, content.Title, by, now);
        DraftNumber++;
        Changed();
    }
}
