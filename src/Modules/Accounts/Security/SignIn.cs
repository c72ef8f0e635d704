using Microsoft.AspNetCore.Identity;

using Percurso.Accounts.Domain;

namespace Percurso.Accounts.Security;

/// <summary>Lets a person in, and tells nobody which addresses exist: an unknown one costs the same work and gets the same answer.</summary>
sealed class SignIn(UserManager<Account> accounts, SignInManager<Account> sessions, IPasswordHasher<Account> hasher)
{
    static readonly Account Nobody = new() { Name = "", Culture = "pt-BR" };

    static string? nobodysHash;

    /// <summary>False for a wrong password, an unknown address, a locked account alike.</summary>
    public async Task<bool> WithPasswordAsync(string email, string password, bool remember)
    {
        if (await accounts.FindByEmailAsync(email) is { } account)
            return (await sessions.PasswordSignInAsync(account, password, remember, lockoutOnFailure: true)).Succeeded;

        hasher.VerifyHashedPassword(Nobody, nobodysHash ??= hasher.HashPassword(Nobody, "nobody's"), password);
        return false;
    }
}
