using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Accounts.Mail;
using Percurso.Accounts.Security;
using Percurso.Kernel.Events;
using Percurso.Kernel.Mail;
using Percurso.Kernel.Web;

namespace Percurso.Accounts.Reactions;

/// <summary>Whether the address was known is told to its mailbox only, and not while anybody waits for the page.</summary>
sealed class AnswerSignUp(AccountsDb db, UserManager<Account> accounts, Attempts attempts, Seals seals, IPost post, PublicUrl url) : IHandle<SignUpAsked>
{
    /// <summary>What the seals of these links are made for.</summary>
    public const string Purpose = "sign-up";

    public async Task HandleAsync(SignUpAsked fact, CancellationToken cancel)
    {
        if (await db.SignUps.AsNoTracking().SingleOrDefaultAsync(signUp => signUp.Id == fact.SignUpId, cancel) is not { } signUp) return;
        if (!await attempts.TakeAsync(Attempts.Letters, signUp.Email, cancel)) return;

        if (await accounts.FindByEmailAsync(signUp.Email) is { } known)
        {
            await post.SendAsync(new AccountExistsLetter(url.To("/entrar")), known.AsRecipient(), cancel);
            return;
        }

        var code = seals.Make(Purpose, new(signUp.Id, ""), SignUp.Lifetime);
        await post.SendAsync(
            new ConfirmSignUpLetter(url.To($"/cadastro/confirmar?codigo={code}")), new(signUp.Email, signUp.Email, new(signUp.Culture)), cancel);
    }
}
