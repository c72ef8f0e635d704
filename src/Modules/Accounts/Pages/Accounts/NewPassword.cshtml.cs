using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Accounts.Security;
using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Theme.Contracts;

namespace Percurso.Accounts.Pages.Accounts;

[AllowAnonymous, EnableRateLimiting(RateLimits.Reset)]
sealed class NewPasswordModel(AccountsDb db, UserManager<Account> accounts, Sessions sessions, Attempts attempts, Words words) : Entry
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(Name = "conta", SupportsGet = true)]
    public string? AccountId { get; set; }

    [BindProperty(Name = "codigo", SupportsGet = true)]
    public string? Code { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Guid.TryParse(AccountId, out var id) || await accounts.FindByIdAsync(id.ToString()) is not { BlockedAt: null } account)
            throw NoLongerGood();

        using var together = Together.Begin();
        db.Record(new PasswordChanged(account.Id));
        if (!(await accounts.ResetPasswordAsync(account, Code ?? "", Input.Password!)).Succeeded) throw NoLongerGood();

        await sessions.EndAllAsync(account.Id, but: null, cancel);
        await attempts.ForgiveAsync(Attempts.Password, account.Email!, cancel);
        together.Complete();

        TempData.Confirm(words["A senha nova está guardada. Entre com ela."]);
        return RedirectToPage("SignIn");
    }

    static RuleBrokenException NoLongerGood() => new RuleBrokenException("Este link não vale mais: já foi usado, passou do prazo ou veio cortado. Peça outro.");

    internal sealed class Form
    {
        [LongEnough(ErrorMessage = "A senha é curta. Use 10 caracteres ou mais; uma frase serve.")]
        [StringLength(200, ErrorMessage = "A senha passa de 200 letras. Confira o que foi colado.")]
        public string? Password { get; set; }
    }
}
