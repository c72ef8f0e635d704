using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Accounts.Reactions;
using Percurso.Kernel;
using Percurso.Kernel.Data;

namespace Percurso.Accounts.Security;

/// <summary>Makes an account out of a sign-up whose letter came back.</summary>
sealed class OpenAccount(AccountsDb db, UserManager<Account> accounts, Agreeing agreeing, Welcome welcome, Seals seals, TimeProvider clock)
{
    /// <exception cref="RuleBrokenException">The link is no good, was used, or the address has got an account meanwhile.</exception>
    public async Task<Account> FromAsync(string? code, CancellationToken cancel)
    {
        if (seals.Read(AnswerSignUp.Purpose, code) is not { } seal
            || await db.SignUps.SingleOrDefaultAsync(one => one.Id == seal.Subject, cancel) is not { } signUp)
            throw new RuleBrokenException("Este link não vale mais: passou do prazo ou veio cortado. Cadastre-se de novo, é rápido.");

        var account = new Account
        {
            Name = signUp.Name,
            Culture = signUp.Culture,
            UserName = signUp.Email,
            Email = signUp.Email,
            EmailConfirmed = true,
            PasswordHash = signUp.PasswordHash,
            WaitsSince = await welcome.WaitsSinceAsync(Role.Dentist, cancel),
        };
        using var together = Together.Begin();
        signUp.Confirm(clock.GetUtcNow().UtcDateTime);
        db.Record(new AccountOpened(account.Id));
        Demand(await accounts.CreateAsync(account));
        Demand(await accounts.AddToRoleAsync(account, Role.Dentist));
        await agreeing.NoteAsync(account.Id, AgreementKind.Terms, signUp.Terms, cancel);
        await agreeing.NoteAsync(account.Id, AgreementKind.Privacy, signUp.Privacy, cancel);
        together.Complete();
        return account;
    }

    static void Demand(IdentityResult result)
    {
        if (!result.Succeeded) throw new RuleBrokenException(result.Errors.First().Description);
    }
}
