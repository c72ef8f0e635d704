using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Accounts.Security;
using Percurso.Kernel.Jobs;

namespace Percurso.Accounts;

/// <summary>Removes sessions that ended, sign-ups whose link has run out, and tries that no longer count.</summary>
sealed class ForgetWhatExpired(AccountsDb db, TimeProvider clock) : IJob
{
    public static JobSchedule When => JobSchedule.Every(TimeSpan.FromHours(1));

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (unanswered, counted) = (now - SignUp.Lifetime, now - TimeSpan.FromDays(1));
        await db.Sessions.Where(session => session.EndsAt <= now).ExecuteDeleteAsync(cancel);
        await db.SignUps.Where(signUp => signUp.AskedAt <= unanswered).ExecuteDeleteAsync(cancel);
        await db.Set<Attempt>().Where(attempt => attempt.Since <= counted).ExecuteDeleteAsync(cancel);
    }
}
