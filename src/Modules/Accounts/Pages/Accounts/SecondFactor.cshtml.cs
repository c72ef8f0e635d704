using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

using Percurso.Accounts.Security;
using Percurso.Kernel;
using Percurso.Kernel.Security;

namespace Percurso.Accounts.Pages.Accounts;

[AllowAnonymous, EnableRateLimiting(RateLimits.SignIn)]
sealed class SecondFactorModel(Entrance entrance, Attempts attempts) : Entry
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(Name = "lembrar", SupportsGet = true)]
    public bool Remember { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        await entrance.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("SignIn", new { voltar = ReturnUrl }) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await entrance.GetTwoFactorAuthenticationUserAsync() is not { } account) return RedirectToPage("SignIn", new { voltar = ReturnUrl });

        var code = string.Concat(Input.Code.Where(char.IsAsciiDigit));
        if (!await attempts.TakeAsync(Attempts.SecondFactor, account.Id.ToString())
            || !(await entrance.TwoFactorAuthenticatorSignInAsync(code, Remember, rememberClient: false)).Succeeded)
            throw new RuleBrokenException("Este código não vale. Espere o próximo e escreva-o logo; depois de dez erros a conta espera quinze minutos.");

        await attempts.ForgiveAsync(Attempts.SecondFactor, account.Id.ToString());
        return Go();
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva o código que o aplicativo mostra.")]
        [StringLength(20, ErrorMessage = "O código tem seis números. Confira o que foi colado.")]
        public string Code { get; set; } = "";
    }
}
