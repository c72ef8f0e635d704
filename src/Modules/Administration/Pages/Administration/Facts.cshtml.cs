using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Administration.Contracts;
using Percurso.Kernel.Events;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Administration.Pages.Administration;

[Authorize(Policy = AdministrationPermissions.Machinery)]
sealed class FactsModel(ISetAside setAside, Words words) : PageModel, IShowAgain
{
    public const int Size = 25;

    [BindProperty(Name = "pagina", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public int Total { get; private set; }
    public IReadOnlyList<SetAsideDelivery> Lines { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostRetryAsync(long number, CancellationToken cancel)
    {
        if (!await setAside.RetryAsync(number, cancel)) return NotFound();

        TempData.Confirm(words["O fato voltou para a fila."]);
        return RedirectToPage();
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Total = await setAside.CountAsync(cancel);
        PageNumber = Paging.Within(PageNumber, Size, Total);
        Lines = await setAside.NewestAsync((PageNumber - 1) * Size, Size, cancel);
    }
}
