using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Accounts.Mail;
using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Mail;
using Percurso.Kernel.Web;

namespace Percurso.Accounts.Staff;

/// <summary>
/// Carries out a request for deletion (LGPD, art. 18, VI): what is personal and no law makes us keep is gone for good. The
/// account's row stays, without a name, so that what the person did still has an author; consents stay as the proof they are.
/// </summary>
sealed class Erase(AccountsDb db, UserManager<Account> accounts, IPost post, ILetters letters, PublicUrl url, IAudit audit, TimeProvider clock)
{
    /// <exception cref="RuleBrokenException">Nobody asked for it, or the person is of the staff.</exception>
    public async Task AsAskedAsync(Account account, CancellationToken cancel)
    {
        var request = await db.DeletionRequests.SingleOrDefaultAsync(one => one.AccountId == account.Id && one.WithdrawnAt == null && one.CarriedOutAt == null, cancel)
            ?? throw new RuleBrokenException("Esta pessoa não pediu a exclusão, ou desistiu dela. Nada foi excluído.");
        if ((await accounts.GetRolesAsync(account)).Any(Role.IsOfStaff))
            throw new RuleBrokenException("É alguém da equipe. Tire os papéis da equipe antes de excluir.");

        var (was, now) = (account.AsRecipient(), clock.GetUtcNow().UtcDateTime);
        using var together = Together.Begin();
        await letters.ForgetAsync(was.Address, cancel);
        await post.SendAsync(new AccountErasedLetter(url.To("/contato")), was, cancel);
        request.CarryOut(now);
        db.Record(new AccountErased(account.Id));
        await DropWaysInAsync(account, was.Address, cancel);
        Blank(account, now);
        if (!(await accounts.UpdateAsync(account)).Succeeded) throw new RuleBrokenException("Outra pessoa mudou isto agora mesmo. Tente de novo.");
        await audit.RecordAsync(StaffActs.Erased, $"{account.Id}", null, cancel);
        together.Complete();
    }

    async Task DropWaysInAsync(Account account, string address, CancellationToken cancel)
    {
        await db.Sessions.Where(row => row.AccountId == account.Id || row.SeenAs == account.Id).ExecuteDeleteAsync(cancel);
        await db.Set<IdentityUserToken<Guid>>().Where(row => row.UserId == account.Id).ExecuteDeleteAsync(cancel);
        await db.Set<IdentityUserPasskey<Guid>>().Where(row => row.UserId == account.Id).ExecuteDeleteAsync(cancel);
        await db.Set<IdentityUserRole<Guid>>().Where(row => row.UserId == account.Id).ExecuteDeleteAsync(cancel);
        await db.SignUps.Where(row => row.Email == address).ExecuteDeleteAsync(cancel);
    }

    static void Blank(Account account, DateTime now)
    {
        account.Name = "Conta excluída";
        // RFC 2606: nobody will ever have an address there.
        account.Email = account.UserName = $"{account.Id:N}@excluida.invalid";
        account.EmailConfirmed = account.TwoFactorEnabled = false;
        account.PasswordHash = account.PhoneNumber = account.TaxId = account.Cro = null;
        account.WaitsSince = null;
        account.BlockedAt = account.ErasedAt = now;
    }
}
