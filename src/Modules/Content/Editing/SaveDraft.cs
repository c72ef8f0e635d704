using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Content.Data;
using Percurso.Content.Domain.Pages;
using Percurso.Kernel.Localization;

namespace Percurso.Content.Editing;

/// <summary>What became of a text somebody typed.</summary>
/// <param name="Page">The page as it is now.</param>
/// <param name="IsTaken">Whether the text is the draft.</param>
/// <param name="Words">Otherwise: who was faster, and where the text is.</param>
sealed record Saved(SitePage Page, bool IsTaken, string? Words);

/// <summary>Keeps what is being written, whatever others wrote at the same time.</summary>
sealed class SaveDraft(ContentDb db, IFindPeople people, Words words, TimeProvider clock)
{
    public async Task<Saved> AsAsync(Guid id, PageContent content, int from, Guid by, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            var page = await db.Pages.Include(page => page.Versions.Where(version => version.Number == null && version.ById == by)).SingleAsync(page => page.Id == id, cancel);
            var isTaken = page.Save(content, from, by, clock.GetUtcNow().UtcDateTime);
            try
            {
                await db.SaveChangesAsync(cancel);
                return new(page, isTaken, isTaken ? null : await CollisionAsync(page, cancel));
            }
            catch (DbUpdateConcurrencyException) when (tries < 5)   // somebody saved in this very moment: look again
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    async Task<string> CollisionAsync(SitePage page, CancellationToken cancel)
    {
        var who = page.SavedById is { } account ? (await people.ByIdAsync([account], cancel)).GetValueOrDefault(account)?.Name : null;
        return words["{0} salvou esta página enquanto você escrevia. O seu texto está guardado entre as versões, ao lado do outro: nada se perdeu.", who ?? words["Outra pessoa"].Value].Value;
    }
}
