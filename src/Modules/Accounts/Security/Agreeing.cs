using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Kernel.Settings;

namespace Percurso.Accounts.Security;

/// <summary>What clients agree to, and that they did.</summary>
sealed class Agreeing(AccountsDb db, ISettings settings, TimeProvider clock)
{
    /// <summary>The texts as they are now.</summary>
    public async Task<Agreements> TextsAsync(CancellationToken cancel) => await settings.FindAsync<Agreements>(cancel) ?? Agreements.None;

    /// <summary>Notes that the person agrees to what they have not agreed to before.</summary>
    public async Task AgreeAsync(Account account, CancellationToken cancel)
    {
        var now = await TextsAsync(cancel);
        foreach (var kind in Enum.GetValues<AgreementKind>()) await NoteAsync(account.Id, kind, now.Of(kind).Version, cancel);
    }

    /// <summary>Once: a second time, or two at once, change nothing.</summary>
    public Task NoteAsync(Guid account, AgreementKind kind, string version, CancellationToken cancel)
    {
        var (id, text, now) = (Guid.CreateVersion7(), kind.ToString(), clock.GetUtcNow().UtcDateTime);
        return db.Database.ExecuteSqlAsync(
            $"insert into accounts.consent (id, account_id, kind, version, given_at) values ({id}, {account}, {text}, {version}, {now}) on conflict do nothing", cancel);
    }
}
