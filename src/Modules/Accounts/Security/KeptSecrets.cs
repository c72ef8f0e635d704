using System.Security.Cryptography;

using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;

namespace Percurso.Accounts.Security;

/// <summary>
/// Identity's store, except that authenticator keys and recovery codes lie in the database sealed by the key ring: a stolen
/// backup makes nobody's codes.
/// </summary>
sealed class KeptSecrets(AccountsDb db, IDataProtectionProvider protection, IdentityErrorDescriber words)
    : UserStore<Account, Role, AccountsDb, Guid, IdentityUserClaim<Guid>, IdentityUserRole<Guid>, IdentityUserLogin<Guid>, IdentityUserToken<Guid>, IdentityRoleClaim<Guid>, IdentityUserPasskey<Guid>>(db, words)
{
    readonly IDataProtector protector = protection.CreateProtector("accounts.secret");

    public override Task SetTokenAsync(Account user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : protector.Protect(value), cancellationToken);

    /// <summary>A value that the key ring cannot open, as after a restore without its keys, is as if it were not there.</summary>
    public override async Task<string?> GetTokenAsync(Account user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { Length: > 0 } kept ? protector.Unprotect(kept) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
