using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Accounts.Security;
using Percurso.Kernel;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Accounts.Pages.Accounts;

/// <summary>Programs that look into letters follow their links, so following one changes nothing: the button does.</summary>
[AllowAnonymous]
sealed class SignUpConfirmModel(OpenAccount open, Entrance entrance, Words words) : Entry
{
    [BindProperty(Name = "codigo", SupportsGet = true)]
    public string? Code { get; set; }

    public string? Refusal { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        try
        {
            var account = await open.FromAsync(Code, cancel);
            TempData.Confirm(words["Seu e-mail está confirmado e sua conta está aberta."]);
            if (account.PasswordHash is not null) return RedirectToPage("SignIn");

            await entrance.SignInAsync(account, isPersistent: false);
            return RedirectToPage("Own/Passkeys");
        }
        catch (RuleBrokenException refused)
        {
            Refusal = words[refused.Words];
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }
}
