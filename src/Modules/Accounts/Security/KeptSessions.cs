using System.Security.Claims;

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Kernel.Security;

namespace Percurso.Accounts.Security;

/// <summary>
/// Keeps sessions in the database. Each request asks for its own, so that one ended on another node, or of a person blocked
/// since, is refused at once.
/// </summary>
sealed class KeptSessions(IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider clock) : ITicketStore
{
    static readonly TimeSpan Coarse = TimeSpan.FromMinutes(5);

    readonly IDataProtector protector = protection.CreateProtector("accounts.session");

    public Task<string> StoreAsync(AuthenticationTicket ticket) => StoreAsync(ticket, null, CancellationToken.None);

    public async Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext? httpContext, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var session = new Session
        {
            Id = Guid.CreateVersion7(),
            AccountId = ticket.Principal.AccountId(),
            Device = Device.Of(httpContext?.Request.Headers.UserAgent.ToString() ?? ""),
            BeganAt = now,
            SeenAt = now,
            EndsAt = EndOf(ticket),
            Ticket = Protect(ticket),
        };
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        db.Add(session);
        await db.SaveChangesAsync(cancellationToken);
        return session.Id.ToString();
    }

    /// <summary>A session never passes to another person: whoever knew its cookie would come along.</summary>
    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        var (id, account, ends, bytes) = (Guid.Parse(key), ticket.Principal.AccountId(), EndOf(ticket), Protect(ticket));
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccountsDb>().Sessions
            .Where(session => session.Id == id && session.AccountId == account)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndsAt, ends).SetProperty(session => session.Ticket, bytes));
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        if (!Guid.TryParse(key, out var id)) return null;

        var now = clock.GetUtcNow().UtcDateTime;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        var found = await (from session in db.Sessions
                           where session.Id == id && session.EndsAt > now
                           join account in db.Accounts on session.AccountId equals account.Id
                           where account.BlockedAt == null
                           select new { session.Ticket, session.SeenAt, session.SeenAs, session.SeenUntil, Waits = account.WaitsSince != null }).SingleOrDefaultAsync();
        if (found is null) return null;

        if (found.SeenAt + Coarse <= now)
            await db.Sessions.Where(session => session.Id == id).ExecuteUpdateAsync(set => set.SetProperty(session => session.SeenAt, now));

        var ticket = Unprotect(found.Ticket, key);
        if (found.Waits) ticket?.Principal.AddIdentity(new([new(SignedIn.WaitsClaim, "yes")]));
        return ticket is not null && found.SeenAs is { } client && found.SeenUntil > now
            ? await AsSeenAsync(scope.ServiceProvider, ticket, client)
            : ticket;
    }

    /// <summary>The same session, through a client's eyes: what they may see, and who is looking.</summary>
    static async Task<AuthenticationTicket> AsSeenAsync(IServiceProvider services, AuthenticationTicket own, Guid client)
    {
        if (await services.GetRequiredService<UserManager<Account>>().FindByIdAsync(client.ToString()) is not { } account) return own;

        var person = await services.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account);
        var identity = (ClaimsIdentity)person.Identity!;
        if (identity.FindFirst(SignedIn.OwesClaim) is { } owes) identity.RemoveClaim(owes);
        identity.AddClaim(new(SignedInPerson.SeenByClaim, own.Principal.AccountId().ToString()));
        identity.AddClaim(new(SignedIn.SessionClaim, own.Principal.FindFirstValue(SignedIn.SessionClaim)!));
        return new(person, own.Properties, own.AuthenticationScheme);
    }

    public async Task RemoveAsync(string key)
    {
        if (!Guid.TryParse(key, out var id)) return;

        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccountsDb>().Sessions.Where(session => session.Id == id).ExecuteDeleteAsync();
    }

    DateTime EndOf(AuthenticationTicket ticket) => (ticket.Properties.ExpiresUtc ?? clock.GetUtcNow().AddDays(1)).UtcDateTime;

    byte[] Protect(AuthenticationTicket ticket) => protector.Protect(TicketSerializer.Default.Serialize(ticket));

    AuthenticationTicket? Unprotect(byte[] bytes, string key)
    {
        var ticket = TicketSerializer.Default.Deserialize(protector.Unprotect(bytes));
        if (ticket?.Principal.Identity is ClaimsIdentity identity && !identity.HasClaim(claim => claim.Type == SignedIn.SessionClaim))
            identity.AddClaim(new(SignedIn.SessionClaim, key));
        return ticket;
    }
}
