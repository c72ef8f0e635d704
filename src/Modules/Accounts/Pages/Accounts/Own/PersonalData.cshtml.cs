using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Accounts.Security;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Theme.Contracts;

namespace Percurso.Accounts.Pages.Accounts.Own;

[Authorize]
sealed class PersonalDataModel(AccountsDb db, TimeProvider clock, Words words) : OwnPage
{
    public IReadOnlyList<Consent> Consents { get; private set; } = [];
    public DateTime? AskedAt { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var me = User.AccountId();
        Consents = await db.Consents.AsNoTracking().Where(consent => consent.AccountId == me).OrderByDescending(consent => consent.GivenAt).ThenBy(consent => consent.Kind).ToListAsync(cancel);
        AskedAt = (await OpenRequestAsync(cancel))?.AskedAt;
    }

    public async Task<IActionResult> OnPostAskDeletionAsync(CancellationToken cancel)
    {
        if (await OpenRequestAsync(cancel) is null)
        {
            db.Add(new DeletionRequest(User.AccountId(), clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync(cancel);
        }

        TempData.Confirm(words["Seu pedido está anotado. A confirmação vai para o seu e-mail."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel)
    {
        if (await OpenRequestAsync(cancel) is { } request)
        {
            request.Withdraw(clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancel);
        }

        TempData.Confirm(words["O pedido foi retirado. Nada será excluído."]);
        return RedirectToPage();
    }

    Task<DeletionRequest?> OpenRequestAsync(CancellationToken cancel)
    {
        var me = User.AccountId();
        return db.DeletionRequests.SingleOrDefaultAsync(request => request.AccountId == me && request.WithdrawnAt == null && request.CarriedOutAt == null, cancel);
    }
}
