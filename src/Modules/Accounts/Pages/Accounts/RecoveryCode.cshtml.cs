using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

using Percurso.Accounts.Security;
using Percurso.Kernel;
using Percurso.Kernel.Security;

namespace Percurso.Accounts.Pages.Accounts;

[AllowAnonymous, EnableRateLimiting(RateLimits.SignIn)]
sealed class RecoveryCodeModel(Entrance entrance, Attempts attempts) : Entry
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync() =>
        await entrance.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("SignIn", new { voltar = ReturnUrl }) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await entrance.GetTwoFactorAuthenticationUserAsync() is not { } account) return RedirectToPage("SignIn", new { voltar = ReturnUrl });

        if (!await attempts.TakeAsync(Attempts.SecondFactor, account.Id.ToString())
            || !(await entrance.TwoFactorRecoveryCodeSignInAsync(Input.Code.Trim().ToUpperInvariant())).Succeeded)
            throw new RuleBrokenException("Este código de recuperação não vale, ou já foi usado. Confira e tente outro.");

        await attempts.ForgiveAsync(Attempts.SecondFactor, account.Id.ToString());
        return Go();
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva um código de recuperação.")]
        [StringLength(40, ErrorMessage = "Um código de recuperação é mais curto. Confira o que foi colado.")]
        public string Code { get; set; } = "";
    }
}
