using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Clinics.Contracts;
using Percurso.Clinics.Data;
using Percurso.Clinics.Domain;
using Percurso.Kernel.Security;

namespace Percurso.Clinics.Pages.Clinics.Staff;

/// <summary>One clinic as the company's staff see it: read, not changed. What belongs to the clinic its own people change.</summary>
[Authorize(Policy = ClinicsPermissions.SeeAll)]
sealed class OneClinicModel(ClinicsDb db, IFindPeople people, IPermissions permissions) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public Clinic Clinic { get; private set; } = null!;
    public IReadOnlyList<(Member Member, KnownPerson Person)> People { get; private set; } = [];
    public bool MayOpenPeople { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await db.Whole.AsNoTracking().SingleOrDefaultAsync(clinic => clinic.Id == Id, cancel) is not { } found) return NotFound();

        Clinic = found;
        MayOpenPeople = (await permissions.OfAsync(User)).Contains(AccountsPermissions.ManagePeople);
        var known = await people.ByIdAsync(found.Members.Select(member => member.AccountId), cancel);
        People = [.. found.Members.Where(member => known.ContainsKey(member.AccountId)).Select(member => (member, known[member.AccountId]))];
        return Page();
    }
}
