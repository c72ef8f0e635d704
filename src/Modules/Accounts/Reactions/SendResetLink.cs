using Microsoft.AspNetCore.Identity;

using Percurso.Accounts.Domain;
using Percurso.Accounts.Mail;
using Percurso.Accounts.Security;
using Percurso.Kernel.Events;
using Percurso.Kernel.Mail;
using Percurso.Kernel.Web;

namespace Percurso.Accounts.Reactions;

/// <summary>An unknown address gets no letter, and the page that was posted has long said the same to everybody.</summary>
sealed class SendResetLink(UserManager<Account> accounts, Attempts attempts, IPost post, PublicUrl url) : IHandle<ResetAsked>
{
    public async Task HandleAsync(ResetAsked fact, CancellationToken cancel)
    {
        if (!await attempts.TakeAsync(Attempts.Letters, fact.Email, cancel)) return;
        if (await accounts.FindByEmailAsync(fact.Email) is not { BlockedAt: null } account) return;

        var code = await accounts.GeneratePasswordResetTokenAsync(account);
        await post.SendAsync(new ResetPasswordLetter(url.To($"/senha/nova?conta={account.Id}&codigo={code}")), account.AsRecipient(), cancel);
    }
}
