using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

using Percurso.Accounts.Domain;

namespace Percurso.Accounts.Security;

/// <summary>Identity's way in, for those whose password has been checked, and closed to those an administrator blocked.</summary>
sealed class Entrance(
    UserManager<Account> accounts,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<Account> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Account> confirmation)
    : SignInManager<Account>(accounts, http, claims, options, log, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(Account user) =>
        user is { BlockedAt: null, EmailConfirmed: true } && await base.CanSignInAsync(user);

    /// <summary>In at once, or to the second factor where there is one.</summary>
    public Task<SignInResult> LetInAsync(Account account, bool remember) => SignInOrTwoFactorAsync(account, remember);

    /// <summary>False for a key of nobody here, and when none was asked for just before.</summary>
    public async Task<bool> LetInWithPasskeyAsync(string credential)
    {
        try
        {
            return (await PasskeySignInAsync(credential)).Succeeded;
        }
        catch (InvalidOperationException notAsked) when (IsNotAsked(notAsked))
        {
            return false;
        }
    }

    /// <summary>The key a device made for this account; null when it will not do, and when none was asked for just before.</summary>
    public async Task<UserPasskeyInfo?> TakePasskeyAsync(Account account, string credential)
    {
        try
        {
            var made = await PerformPasskeyAttestationAsync(credential);
            return made.Succeeded && made.UserEntity.Id == account.Id.ToString() ? made.Passkey : null;
        }
        catch (InvalidOperationException notAsked) when (IsNotAsked(notAsked))
        {
            return null;
        }
    }

    static bool IsNotAsked(InvalidOperationException thrown) => thrown.Message.Contains("is underway", StringComparison.Ordinal);
}
