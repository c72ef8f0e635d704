using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

using Percurso.Accounts.Contracts;
using Percurso.Cases.Contracts;
using Percurso.Cases.Spine;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Cases.Pages.Cases;

/// <summary>Gives a case to one of those who steer cases, or to nobody.</summary>
[Authorize(Policy = CasesPermissions.Steer)]
sealed class AssignModel(CaseFrame frame, Walk walk, IStaff staff, TimeProvider clock, Words words) : CasePage(frame)
{
    [BindProperty]
    public Guid? Planner { get; set; }

    public IReadOnlyList<SelectListItem> Planners { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Planner = Case.PlannerId;
        await ShowAgainAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Planner is { } chosen && (await staff.WithAsync(CasesPermissions.Steer, cancel)).All(person => person.Id != chosen)) return NotFound();

        await walk.ActAsync(Case, one => one.Assign(Planner, Reader.Account, clock.GetUtcNow().UtcDateTime), cancel);
        TempData.Confirm(words["Está salvo quem planeja este caso."]);
        return RedirectToPage("Case", new { Id });
    }

    public override async Task ShowAgainAsync(CancellationToken cancel) =>
        Planners = [new(words["Ninguém ainda"], ""), .. (await staff.WithAsync(CasesPermissions.Steer, cancel)).Select(person => new SelectListItem(person.Name, person.Id.ToString()))];
}
