using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Accounts.Staff;
using Percurso.Kernel;
using Percurso.Kernel.Brazil;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Accounts.Pages.Accounts.Staff;

[Authorize(Policy = AccountsPermissions.ManagePeople)]
sealed class PersonModel(AccountsDb db, UserManager<Account> accounts, RoleManager<Role> roles, GiveRoles give, Dismiss dismiss, Words words) : PageModel, IShowAgain
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Account Account { get; private set; } = null!;
    public IReadOnlyList<string> Roles { get; private set; } = [];

    /// <summary>With its punctuation.</summary>
    public string? TaxId => Cpf.TryParse(Account.TaxId, out var cpf) ? cpf.ToString() : Cnpj.TryParse(Account.TaxId, out var cnpj) ? cnpj.ToString() : null;

    /// <summary>Nobody of the staff: a dentist, an assistant, or somebody whose data were erased.</summary>
    public bool IsClient { get; private set; }
    public bool WantsDeletion { get; private set; }

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

        if (found.ErasedAt is not null) throw new RuleBrokenException("Os dados desta pessoa foram excluídos; não há mais como ela entrar.");
        await dismiss.BackInAsync(found, cancel);
        TempData.Confirm(words["{0} pode entrar de novo.", found.Name]);
        return RedirectToPage();
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Account = (await accounts.FindByIdAsync(Id.ToString()))!;
        IsClient = !(await accounts.GetRolesAsync(Account)).Any(Role.IsOfStaff);
        WantsDeletion = await db.DeletionRequests.AnyAsync(one => one.AccountId == Id && one.WithdrawnAt == null && one.CarriedOutAt == null, cancel);
        Roles = await roles.Roles.OrderBy(role => role.Name).Select(role => role.Name!).ToListAsync(cancel);
    }

    internal sealed class Form
    {
        public List<string> Roles { get; set; } = [];
    }
}
