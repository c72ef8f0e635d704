using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Accounts.Staff;
using Percurso.Accounts.Security;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Accounts.Pages.Accounts.Staff;

[Authorize(Policy = AccountsPermissions.Deletions)]
sealed class EraseModel(AccountsDb db, UserManager<Account> accounts, Erase erase, IProof proof, Words words) : OnePersonPage(accounts), IShowAgain
{
    public DateTime? AskedAt { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task ShowAgainAsync(CancellationToken cancel) => AskedAt = await db.DeletionRequests
        .Where(one => one.AccountId == Id && one.WithdrawnAt == null && one.CarriedOutAt == null).Select(one => (DateTime?)one.AskedAt).SingleOrDefaultAsync(cancel);

    public async Task<IActionResult> OnPostAsync([FromForm(Name = ProofField.Name)] string? given, CancellationToken cancel)
    {
        await proof.DemandAsync(User, given, cancel);
        await erase.AsAskedAsync(Account, cancel);
        TempData.Confirm(words["Os dados foram excluídos, e a última carta foi enviada."]);
        return Redirect("/admin");
    }
}
