using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Cases.Contracts;
using Percurso.Cases.Domain;
using Percurso.Cases.Spine;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Cases.Pages.Cases.Staff;

/// <summary>The pathway as new cases walk it, with the tables that all cases obey.</summary>
[Authorize(Policy = CasesPermissions.EditPathway)]
sealed class PathwayPageModel(EditPathway edit, Walk walk, Words words) : PageModel, IShowAgain
{
    public Pathway? Pathway { get; private set; }

    public bool IsUnknown(PathwayStep step) => walk.KindOf(step.Kind) is null;

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostEarlierAsync([FromForm(Name = "chave")] string? key, CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        var steps = Pathway?.Steps.ToList() ?? [];
        var place = steps.FindIndex(step => step.Key == key);
        if (place < 1) return NotFound();

        (steps[place - 1], steps[place]) = (steps[place], steps[place - 1]);
        await edit.SaveAsync(Pathway!, steps, key!, User.AccountId(), cancel);
        TempData.Confirm(words["A ordem mudou, para os casos abertos a partir de agora."]);
        return RedirectToPage();
    }

    public async Task ShowAgainAsync(CancellationToken cancel) => Pathway = await edit.NewestAsync(cancel);
}
