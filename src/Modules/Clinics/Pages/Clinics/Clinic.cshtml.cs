using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Accounts.Contracts;
using Percurso.Clinics.Data;
using Percurso.Clinics.Domain;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Clinics.Pages.Clinics;

[Authorize]
sealed class ClinicModel(ClinicsDb db, IFindPeople people, Words words) : ClinicPage(db), IShowAgain
{
    public IReadOnlyList<(Member Member, KnownPerson Person)> People { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostDeliverAsync(Guid address, CancellationToken cancel)
    {
        Clinic.ChooseDelivery(address, Me.AccountId);
        await Db.SaveChangesAsync(cancel);
        TempData.Confirm(words["As próximas entregas vão para este endereço."]);
        return RedirectToPage(new { Id });
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        var known = await people.ByIdAsync(Clinic.Members.Select(member => member.AccountId), cancel);
        People = [.. Clinic.Members.Where(member => known.ContainsKey(member.AccountId)).Select(member => (member, known[member.AccountId]))];
    }
}
