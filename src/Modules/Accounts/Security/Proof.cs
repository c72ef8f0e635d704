using System.Security.Claims;

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Kernel;

namespace Percurso.Accounts.Security;

sealed class Proof(AccountsDb db, UserManager<Account> accounts, SignIn signIn, Attempts attempts, TimeProvider clock) : IProof
{
    /// <summary>How long a sign-in with a passkey counts as having just been made.</summary>
    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    public async Task<ProofKind> AskedOfAsync(ClaimsPrincipal person, CancellationToken cancel)
    {
        var me = await accounts.MeAsync(person);
        if (me.PasswordHash is not null) return me.TwoFactorEnabled ? ProofKind.PasswordOrCode : ProofKind.Password;

        var (session, since) = (person.SessionId(), clock.GetUtcNow().UtcDateTime - Fresh);
        return await db.Sessions.AnyAsync(row => row.Id == session && row.BeganAt > since, cancel) ? ProofKind.Nothing : ProofKind.SignInAgain;
    }

    public async Task DemandAsync(ClaimsPrincipal person, string? given, CancellationToken cancel)
    {
        var me = await accounts.MeAsync(person);
        switch (await AskedOfAsync(person, cancel))
        {
            case ProofKind.Password when !await signIn.ProvesAsync(me, given ?? ""):
                throw new RuleBrokenException("Esta não é a sua senha de agora. Confira e escreva de novo.") { Field = ProofField.Name };
            case ProofKind.PasswordOrCode when !await IsCodeAsync(me, given, cancel) && !await signIn.ProvesAsync(me, given ?? ""):
                throw new RuleBrokenException("Esta não é a sua senha, nem o código que o aplicativo mostra agora. Confira e escreva de novo.") { Field = ProofField.Name };
            case ProofKind.SignInAgain:
                throw new RuleBrokenException("Saia e entre de novo com a sua chave; depois há dez minutos para isto.");
        }
    }

    async Task<bool> IsCodeAsync(Account me, string? given, CancellationToken cancel)
    {
        var code = string.Concat((given ?? "").Where(letter => letter != ' '));
        return code.Length == 6 && code.All(char.IsAsciiDigit)
            && await attempts.TakeAsync(Attempts.SecondFactor, me.Id.ToString(), cancel)
            && await accounts.VerifyTwoFactorTokenAsync(me, TokenOptions.DefaultAuthenticatorProvider, code);
    }
}

/// <summary>The field in which it is asked.</summary>
/// <param name="Proof">Never shown again.</param>
sealed record ProofField(string? Proof)
{
    public const string Name = nameof(Proof);
}
