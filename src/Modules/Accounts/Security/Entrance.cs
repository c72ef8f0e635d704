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
}
