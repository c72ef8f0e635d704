using Microsoft.AspNetCore.Identity;

using Percurso.Accounts.Domain;
using Percurso.Accounts.Mail;
using Percurso.Accounts.Security;
using Percurso.Kernel.Events;
using Percurso.Kernel.Mail;
using Percurso.Kernel.Web;

namespace Percurso.Accounts.Reactions;

sealed class AskTheNewAddress(UserManager<Account> accounts, Attempts attempts, IPost post, PublicUrl url) : IHandle<EmailChangeAsked>
{
    public async Task HandleAsync(EmailChangeAsked fact, CancellationToken cancel)
    {
        if (!await attempts.TakeAsync(Attempts.Letters, fact.Email, cancel)) return;
        if (await accounts.FindByIdAsync(fact.AccountId.ToString()) is not { } account) return;

        if (await accounts.FindByEmailAsync(fact.Email) is { } known)
        {
            await post.SendAsync(new AccountExistsLetter(url.To("/entrar")), known.AsRecipient(), cancel);
            return;
        }

        var code = await accounts.GenerateChangeEmailTokenAsync(account, fact.Email);
        var link = url.To($"/conta/email/confirmar?conta={account.Id}&email={Uri.EscapeDataString(fact.Email)}&codigo={code}");
        await post.SendAsync(new ConfirmEmailLetter(link), new(fact.Email, account.Name, new(account.Culture)), cancel);
    }
}
