using System.Security.Claims;

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Accounts.Security;
using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Security;

namespace Percurso.Accounts.Staff;

/// <summary>Sees the site as a client sees it, for support: in this browser, half an hour at most, reading only, written down with the reason.</summary>
sealed class SeeAs(AccountsDb db, UserManager<Account> accounts, IAudit audit, TimeProvider clock)
{
    public static readonly TimeSpan AtMost = TimeSpan.FromMinutes(30);

    /// <exception cref="RuleBrokenException">It is no client, or no reason is given.</exception>
    public async Task BeginAsync(ClaimsPrincipal staff, Account client, string? reason, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleBrokenException("Escreva o motivo: ele fica na auditoria.");
        if (client.BlockedAt is not null || (await accounts.GetRolesAsync(client)).Any(Role.IsOfStaff))
            throw new RuleBrokenException("Só se vê o site como um cliente que entra nele.");

        using var together = Together.Begin();
        await SetAsync(staff.SessionId(), client.Id, clock.GetUtcNow().UtcDateTime + AtMost, cancel);
        await audit.RecordAsync(StaffActs.SawAs, $"{client.Id}", new Dictionary<string, string> { ["reason"] = reason.Trim() }, cancel);
        together.Complete();
    }

    /// <returns>Whom they saw as; null when they did not, as when the half hour was over.</returns>
    public async Task<Guid?> EndAsync(ClaimsPrincipal person, CancellationToken cancel)
    {
        if (person.SeenBy() is null) return null;

        using var together = Together.Begin();
        await SetAsync(person.SessionId(), null, null, cancel);
        await audit.RecordAsync(StaffActs.StoppedSeeing, $"{person.AccountId()}", null, cancel);
        together.Complete();
        return person.AccountId();
    }

    Task<int> SetAsync(Guid session, Guid? client, DateTime? until, CancellationToken cancel) => db.Sessions.Where(row => row.Id == session)
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenAs, client).SetProperty(row => row.SeenUntil, until), cancel);
}
