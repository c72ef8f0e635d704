using Microsoft.AspNetCore.Identity;

using Percurso.Accounts.Domain;
using Percurso.Accounts.Security;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;

namespace Percurso.Accounts.Staff;

/// <summary>Shuts somebody out, wherever they are signed in, and lets them back in. What they did stays theirs.</summary>
sealed class Dismiss(UserManager<Account> accounts, GiveRoles roles, Sessions sessions, IAudit audit, TimeProvider clock)
{
    /// <exception cref="Kernel.RuleBrokenException">It is the last administrator.</exception>
    public async Task OutAsync(Account account, CancellationToken cancel)
    {
        if (await accounts.IsInRoleAsync(account, Role.Administrator)) await roles.DemandAnotherAdministratorAsync(account);

        account.BlockedAt ??= clock.GetUtcNow().UtcDateTime;
        using var together = Together.Begin();
        await accounts.UpdateAsync(account);
        await sessions.EndAllAsync(account.Id, but: null, cancel);
        await audit.RecordAsync(StaffActs.Dismissed, $"{account.Id}", null, cancel);
        together.Complete();
    }

    public async Task BackInAsync(Account account, CancellationToken cancel)
    {
        account.BlockedAt = null;
        using var together = Together.Begin();
        await accounts.UpdateAsync(account);
        await audit.RecordAsync(StaffActs.LetBackIn, $"{account.Id}", null, cancel);
        together.Complete();
    }
}
