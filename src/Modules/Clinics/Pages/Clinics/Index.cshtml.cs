using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Clinics.Contracts;
using Percurso.Kernel.Security;

namespace Percurso.Clinics.Pages.Clinics;

[Authorize]
sealed class IndexModel(IWorkplaces workplaces) : PageModel
{
    public IReadOnlyList<Workplace> Workplaces { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (User.FindAccountId() is { } account) Workplaces = await workplaces.OfAsync(account, cancel);
    }
}
