using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Accounts.Security;
using Percurso.Accounts.Security.Gates;
using Percurso.Accounts.Staff;
using Percurso.Kernel.Security;

namespace Percurso.Accounts.Pages.Accounts.Staff;

/// <summary>Where a change leads while somebody of the staff sees as a client, and the way back from it.</summary>
[Authorize, WhileSeeing, BeforeApproval]
sealed class SeeingModel(SeeAs seeAs) : PageModel
{
    public IActionResult OnGet() => User.SeenBy() is null ? Redirect(User.Home()) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Redirect(await seeAs.EndAsync(User, cancel) is { } client ? $"/admin/pessoas/{client}" : User.Home());
}
