using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;

namespace Percurso.Accounts.Security;

/// <summary>Where a person is signed in, and the end of it.</summary>
sealed class Sessions(AccountsDb db, TimeProvider clock)
{
    /// <summary>Those still alive, the one used last first.</summary>
    public Task<List<Session>> OfAsync(Guid account, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Sessions.AsNoTracking().Where(session => session.AccountId == account && session.EndsAt > now)
            .OrderByDescending(session => session.SeenAt).ThenByDescending(session => session.BeganAt).ToListAsync(cancel);
    }

    /// <summary>False when it is not there, or another's.</summary>
    public async Task<bool> EndAsync(Guid account, Guid session, CancellationToken cancel) =>
        await db.Sessions.Where(row => row.AccountId == account && row.Id == session).ExecuteDeleteAsync(cancel) > 0;

    /// <param name="account">Whose.</param>
    /// <param name="but">The one to keep; none where all are to end.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<int> EndAllAsync(Guid account, Guid? but, CancellationToken cancel) =>
        db.Sessions.Where(row => row.AccountId == account && row.Id != but).ExecuteDeleteAsync(cancel);
}
