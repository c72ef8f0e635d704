using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Accounts.Domain;
using Percurso.Accounts.Security;
using Percurso.Accounts.Security.Gates;

namespace Percurso.Accounts.Pages.Accounts;

[Authorize, BeforeAgreeing, BeforeApproval, WhileSeeing]
sealed class SignOutModel(SignInManager<Account> sessions) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await sessions.SignOutAsync();
        return Redirect("/");
    }
}
