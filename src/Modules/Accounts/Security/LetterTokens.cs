using Microsoft.AspNetCore.Identity;

using Percurso.Accounts.Domain;

namespace Percurso.Accounts.Security;

/// <summary>Identity's tokens for links: good until the account's stamp moves, which using one does, or until they expire.</summary>
sealed class LetterTokens(Seals seals) : IUserTwoFactorTokenProvider<Account>
{
    public static readonly TimeSpan ResetLifetime = TimeSpan.FromHours(1);
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    public async Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user) =>
        seals.Make(purpose, new(user.Id, await manager.GetSecurityStampAsync(user)),
            purpose == UserManager<Account>.ResetPasswordTokenPurpose ? ResetLifetime : Lifetime);

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user) =>
        seals.Read(purpose, token) is { } seal && seal.Subject == user.Id && seal.Stamp == await manager.GetSecurityStampAsync(user);

    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) => Task.FromResult(false);
}
