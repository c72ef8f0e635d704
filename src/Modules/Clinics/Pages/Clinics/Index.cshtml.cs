using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Clinics.Contracts;

namespace Percurso.Clinics.Pages.Clinics;

[Authorize]
sealed class IndexModel(IWorkplaces workplaces) : PageModel
{
    public IReadOnlyList<Workplace> Workplaces { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (User.Account() is { } account) Workplaces = await workplaces.OfAsync(account, cancel);
    }
}
