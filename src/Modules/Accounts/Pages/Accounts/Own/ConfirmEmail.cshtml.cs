using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Accounts.Security;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Accounts.Pages.Accounts.Own;

/// <summary>Open to all: the link proves whose address it is, on whatever device the letter is read.</summary>
[AllowAnonymous]
sealed class ConfirmEmailModel(AccountsDb db, UserManager<Account> accounts, Sessions sessions, Words words) : PageModel
{
    [BindProperty(Name = "conta", SupportsGet = true)]
    public string? AccountId { get; set; }

    [BindProperty(Name = "email", SupportsGet = true)]
    public string? Email { get; set; }

    [BindProperty(Name = "codigo", SupportsGet = true)]
    public string? Code { get; set; }

    public bool IsRefused { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Guid.TryParse(AccountId, out var id) || await accounts.FindByIdAsync(id.ToString()) is not { } account || !await ChangeAsync(account, cancel))
        {
            IsRefused = true;
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        TempData.Confirm(words["O e-mail da conta mudou. Entre com ele."]);
        return LocalRedirect("/entrar");
    }

    async Task<bool> ChangeAsync(Account account, CancellationToken cancel)
    {
        using var together = Together.Begin();
        db.Record(new EmailChanged(account.Id, account.Email!));
        if (!(await accounts.ChangeEmailAsync(account, Email ?? "", Code ?? "")).Succeeded) return false;
        if (!(await accounts.SetUserNameAsync(account, Email)).Succeeded) return false;

        await sessions.EndAllAsync(account.Id, but: null, cancel);
        together.Complete();
        return true;
    }
}
