using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Accounts.Domain;
using Percurso.Accounts.Staff;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Accounts.Pages.Accounts.Staff;

[Authorize(Policy = AccountsPermissions.ManagePeople)]
sealed class PersonModel(UserManager<Account> accounts, RoleManager<Role> roles, GiveRoles give, Dismiss dismiss, Words words) : PageModel, IShowAgain
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Account Account { get; private set; } = null!;
    public IReadOnlyList<string> Roles { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await accounts.FindByIdAsync(Id.ToString()) is not { } found) return NotFound();

        Input.Roles = [.. await accounts.GetRolesAsync(found)];
        await ShowAgainAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostRolesAsync(CancellationToken cancel)
    {
        if (await accounts.FindByIdAsync(Id.ToString()) is not { } found) return NotFound();

        await give.ToAsync(found, Input.Roles, cancel);
        TempData.Confirm(words["Os papéis foram salvos e já valem."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostDismissAsync(CancellationToken cancel)
    {
        if (await accounts.FindByIdAsync(Id.ToString()) is not { } found) return NotFound();

        await dismiss.OutAsync(found, cancel);
        TempData.Confirm(words["{0} já não entra, e as sessões abertas terminaram.", found.Name]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostLetBackInAsync(CancellationToken cancel)
    {
        if (await accounts.FindByIdAsync(Id.ToString()) is not { } found) return NotFound();

        await dismiss.BackInAsync(found, cancel);
        TempData.Confirm(words["{0} pode entrar de novo.", found.Name]);
        return RedirectToPage();
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Account = (await accounts.FindByIdAsync(Id.ToString()))!;
        Roles = await roles.Roles.OrderBy(role => role.Name).Select(role => role.Name!).ToListAsync(cancel);
    }

    internal sealed class Form
    {
        public List<string> Roles { get; set; } = [];
    }
}
