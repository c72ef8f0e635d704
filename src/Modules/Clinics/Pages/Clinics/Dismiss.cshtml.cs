using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Clinics.Contracts;
using Percurso.Clinics.Data;
using Percurso.Clinics.Rights;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Clinics.Pages.Clinics;

/// <summary>Asks before it dismisses, and says what goes.</summary>
[Authorize]
sealed class DismissModel(ClinicsDb db, IPeople people, IAudit audit, Words words) : ClinicPage(db), IShowAgain
{
    [FromRoute]
    public Guid Account { get; set; }

    /// <summary>How they are called.</summary>
    public string Person { get; private set; } = "";

    protected override ClinicAct Needs => ClinicAct.ManagePeople;

    protected override bool IsThere => Clinic.MemberOf(Account) is not null;

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        using (var together = Together.Begin())
        {
            Clinic.Dismiss(Account, Me.AccountId);
            await Db.SaveChangesAsync(cancel);
            await audit.RecordAsync(
                ClinicsActs.MemberDismissed, Clinic.Id.ToString(), new Dictionary<string, string> { ["account"] = Account.ToString() }, cancel);
            together.Complete();
        }

        TempData.Confirm(words["A pessoa foi desligada e já não entra neste consultório."]);
        return RedirectToPage("Clinic", new { Id });
    }

    public async Task ShowAgainAsync(CancellationToken cancel) => Person = await people.NameOfAsync(Account, cancel) ?? "";
}
