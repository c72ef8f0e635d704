using Microsoft.AspNetCore.Identity;

using Percurso.Accounts.Contracts;
using Percurso.Accounts.Domain;
using Percurso.Accounts.Mail;
using Percurso.Kernel.Events;
using Percurso.Kernel.Mail;
using Percurso.Kernel.Web;

namespace Percurso.Accounts.Reactions;

/// <summary>What changes how a person gets in is told to them, so that a stranger's hand is noticed.</summary>
sealed class TellOfChanges(UserManager<Account> accounts, IPost post, PublicUrl url)
    : IHandle<PasswordChanged>, IHandle<EmailChanged>, IHandle<TwoFactorChanged>, IHandle<PasskeysChanged>,
        IHandle<DeletionAsked>, IHandle<AccountApproved>
{
    public Task HandleAsync(PasswordChanged fact, CancellationToken cancel) =>
        TellAsync(fact.AccountId, account => post.SendAsync(new PasswordChangedLetter(url.To("/senha/esqueci")), account.AsRecipient(), cancel));

    public Task HandleAsync(EmailChanged fact, CancellationToken cancel) =>
        TellAsync(fact.AccountId, account => post.SendAsync(new EmailChangedLetter(url.To("/contato")), new(fact.OldEmail, account.Name, new(account.Culture)), cancel));

    public Task HandleAsync(TwoFactorChanged fact, CancellationToken cancel) =>
        TellAsync(fact.AccountId, account => post.SendAsync(new TwoFactorChangedLetter(fact.IsOn, url.To("/conta/dois-fatores")), account.AsRecipient(), cancel));

    public Task HandleAsync(PasskeysChanged fact, CancellationToken cancel) =>
        TellAsync(fact.AccountId, account => post.SendAsync(new PasskeysChangedLetter(fact.Name, fact.IsAdded, url.To("/conta/chaves")), account.AsRecipient(), cancel));

    public Task HandleAsync(AccountApproved fact, CancellationToken cancel) =>
        TellAsync(fact.AccountId, account => post.SendAsync(new AccountApprovedLetter(url.To("/entrar")), account.AsRecipient(), cancel));

    public Task HandleAsync(DeletionAsked fact, CancellationToken cancel) =>
        TellAsync(fact.AccountId, account => post.SendAsync(new DeletionAskedLetter(url.To("/conta/dados")), account.AsRecipient(), cancel));

    async Task TellAsync(Guid id, Func<Account, Task> write)
    {
        if (await accounts.FindByIdAsync(id.ToString()) is { } account) await write(account);
    }
}
