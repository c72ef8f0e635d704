using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Content.Domain;
using Percurso.Kernel.Settings;

namespace Percurso.Content.Pages.Content;

[AllowAnonymous]
sealed class IndexModel(ISettings settings) : PageModel
{
    public FirstPage? FirstPage { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => FirstPage = await settings.FindAsync<FirstPage>(cancel);
}
