using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Content.Data;
using Percurso.Content.Domain.Pages;
using Percurso.Kernel.Localization;

namespace Percurso.Content.Editing;

/// <summary>What an editor hears about others.</summary>
/// <param name="Others">Who else has the page open, as a sentence; null for nobody.</param>
/// <param name="Newer">That the draft has moved on, as a sentence; null while it has not.</param>
sealed record HereNotice(string? Others, string? Newer);

/// <summary>Tells two people who have one page open of each other.</summary>
sealed class WhoIsHere(ContentDb db, IFindPeople people, Words words, TimeProvider clock)
{
    /// <returns>Null where there is no such page.</returns>
    public async Task<HereNotice?> SayAsync(Guid id, Guid account, int from, CancellationToken cancel)
    {
        if (await db.Pages.Where(page => page.Id == id).Select(page => new { page.DraftNumber, page.SavedById }).SingleOrDefaultAsync(cancel) is not { } page) return null;

        var now = clock.GetUtcNow().UtcDateTime;
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into content.presence (page_id, account_id, seen_at) values ({id}, {account}, {now})
            on conflict (page_id, account_id) do update set seen_at = excluded.seen_at
            """, cancel);
        var since = now - Presence.Holds;
        var others = await db.Presences.Where(one => one.PageId == id && one.AccountId != account && one.SeenAt > since).Select(one => one.AccountId).ToListAsync(cancel);
        var names = await people.ByIdAsync([.. others, .. page.SavedById is { } saver ? [saver] : Array.Empty<Guid>()], cancel);

        return new(
            others.Count == 0 ? null : words.Plural(others.Count, "{1} também está com esta página aberta.", "{1} também estão com esta página aberta.",
                string.Join(", ", others.Select(other => names.GetValueOrDefault(other)?.Name).OfType<string>())),
            page.DraftNumber == from || page.SavedById is null || page.SavedById == account ? null
                : words["{0} salvou um texto mais novo. Recarregue a página para vê-lo; se você salvar antes, os dois ficam guardados.", names.GetValueOrDefault(page.SavedById.Value)?.Name ?? ""].Value);
    }
}
