using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

using Percurso.Accounts.Contracts;
using Percurso.Clinics.Data;
using Percurso.Clinics.Rights;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Clinics.Pages.Clinics;

[AllowAnonymous, EnableRateLimiting(RateLimits.SignUp)]
sealed class AcceptModel(ClinicsDb db, IFindPeople people, IPeople names, InvitationLink link, TimeProvider clock, Words words)
    : InvitedPage(db, people, link, clock), IShowAgain
{
    /// <summary>Who invited.</summary>
    public string By { get; private set; } = "";

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Clinic is null || Invitation is null || Invited is null || User.FindAccountId() != Invited.Id)
        {
            await ShowAgainAsync(cancel);
            return Page();
        }

        Clinic.Accept(Invitation.Id, Invitation.Sent, Invited.Id, Now);
        await Db.SaveChangesAsync(cancel);
        TempData.Confirm(words["Você agora trabalha em {0}.", Clinic.Name]);
        return RedirectToPage("Clinic", new { Clinic.Id });
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        if (Clinic is not null && Invitation is not null) By = await names.NameOfAsync(Invitation.InvitedBy, cancel) ?? Clinic.Name;
    }
}
