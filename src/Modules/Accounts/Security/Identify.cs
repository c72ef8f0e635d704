using System.Security.Claims;

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Kernel.Settings;

namespace Percurso.Accounts.Security;

/// <summary>What a session says of its person: besides Identity's own, how they are called and whether they must agree to something.</summary>
sealed class Identify(UserManager<Account> accounts, RoleManager<Role> roles, IOptions<IdentityOptions> options, AccountsDb db, ISettings settings)
    : UserClaimsPrincipalFactory<Account, Role>(accounts, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new(SignedIn.NameClaim, user.Name));
        if (!new ClaimsPrincipal(identity).IsStaff() && await OwesAsync(user.Id)) identity.AddClaim(new(SignedIn.OwesClaim, "yes"));
        return identity;
    }

    async Task<bool> OwesAsync(Guid account)
    {
        var now = await settings.FindAsync<Agreements>(CancellationToken.None) ?? Agreements.None;
        var given = await db.Consents.Where(consent => consent.AccountId == account).Select(consent => new { consent.Kind, consent.Version }).ToListAsync();
        return Enum.GetValues<AgreementKind>().Any(kind => !given.Contains(new { Kind = kind, now.Of(kind).Version }));
    }
}
