using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Administration.Contracts;
using Percurso.Kernel.Jobs;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Administration.Pages.Administration;

[Authorize(Policy = AdministrationPermissions.Machinery)]
sealed class JobsModel(IJobBoard board, Words words) : PageModel, IShowAgain
{
    public IReadOnlyList<JobLine> Jobs { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostRunNowAsync(string? job, CancellationToken cancel)
    {
        if (job is null || !await board.RunNowAsync(job, cancel)) return NotFound();

        TempData.Confirm(words["A tarefa começou. Atualize a página para ver como foi."]);
        return RedirectToPage();
    }

    public async Task ShowAgainAsync(CancellationToken cancel) => Jobs = await board.AllAsync(cancel);
}
