using Microsoft.AspNetCore.Identity;

using Percurso.Accounts.Domain;

namespace Percurso.Accounts.Security;

/// <summary>
/// Lets a person in, and tells nobody which addresses exist: an unknown one costs the same work, gets the same answer, and is
/// locked by the same number of tries.
/// </summary>
sealed class SignIn(UserManager<Account> accounts, Entrance entrance, Attempts attempts, IPasswordHasher<Account> hasher)
{
    static readonly Account Nobody = new() { Name = "", Culture = "pt-BR" };

    static string? nobodysHash;

    /// <summary>Failed for a wrong password, an unknown address, a blocked or locked account alike.</summary>
    public async Task<SignInResult> WithPasswordAsync(string email, string password, bool remember)
    {
        var isOpen = await attempts.TakeAsync(Attempts.Password, email);
        var account = await accounts.FindByEmailAsync(email);
        var isRight = Matches(account, password);
        if (!isOpen || account is null || !isRight || !await entrance.CanSignInAsync(account)) return SignInResult.Failed;

        await attempts.ForgiveAsync(Attempts.Password, email);
        return await entrance.LetInAsync(account, remember);
    }

    /// <summary>Whether this is the person's password now; for acts that ask for it again.</summary>
    public async Task<bool> ProvesAsync(Account account, string password)
    {
        if (!await attempts.TakeAsync(Attempts.Password, account.Email!) || !Matches(account, password)) return false;

        await attempts.ForgiveAsync(Attempts.Password, account.Email!);
        return true;
    }

    bool Matches(Account? account, string password)
    {
        var hash = account?.PasswordHash;
        var result = hasher.VerifyHashedPassword(account ?? Nobody, hash ?? (nobodysHash ??= hasher.HashPassword(Nobody, "nobody's")), password);
        return hash is not null && result != PasswordVerificationResult.Failed;
    }
}
