using Microsoft.AspNetCore.Identity;

using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Accounts.Mail;
using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Mail;
using Percurso.Kernel.Web;

namespace Percurso.Accounts.Staff;

/// <summary>Lets a waiting dentist in, or tells them why not. Either way they hear of it by letter.</summary>
sealed class Approve(AccountsDb db, UserManager<Account> accounts, Dismiss dismiss, IPost post, PublicUrl url, IAudit audit)
{
    /// <summary>A second time changes nothing.</summary>
    public async Task LetInAsync(Account account, CancellationToken cancel)
    {
        if (account.WaitsSince is null) return;

        account.WaitsSince = null;
        using var together = Together.Begin();
        db.Record(new AccountApproved(account.Id));
        await accounts.UpdateAsync(account);
        await audit.RecordAsync(StaffActs.Approved, $"{account.Id}", null, cancel);
        together.Complete();
    }

    /// <param name="account">Who waits.</param>
    /// <param name="reason">As the letter will say it.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="RuleBrokenException">They do not wait any more, or no reason is given.</exception>
    public async Task RefuseAsync(Account account, string? reason, CancellationToken cancel)
    {
        if (account.WaitsSince is null) throw new RuleBrokenException("Esta pessoa já não espera aprovação. Para fechar a porta, desligue-a.");
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleBrokenException("Escreva o motivo: ele vai na carta.");

        using var together = Together.Begin();
        await dismiss.OutAsync(account, cancel);
        await audit.RecordAsync(StaffActs.Refused, $"{account.Id}", null, cancel);
        await post.SendAsync(new AccountRefusedLetter(reason.Trim(), url.To("/contato")), account.AsRecipient(), cancel);
        together.Complete();
    }
}
