using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

using Percurso.Accounts.Domain;
using Percurso.Accounts.Security;
using Percurso.Kernel;
using Percurso.Kernel.Security;

namespace Percurso.Accounts.Pages.Accounts;

[AllowAnonymous, EnableRateLimiting(RateLimits.SignIn)]
sealed class SignInModel(SignIn signIn) : Entry
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        var result = await signIn.WithPasswordAsync(Input.Email.Trim(), Input.Password, Input.Remember);
        if (result.RequiresTwoFactor) return RedirectToPage("SecondFactor", new { voltar = ReturnUrl, lembrar = Input.Remember });
        if (!result.Succeeded)
            throw new RuleBrokenException("O e-mail e a senha não combinam. Confira os dois e tente de novo; depois de dez erros a conta espera quinze minutos.");

        return Go();
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva seu e-mail.")]
        [StringLength(Account.EmailLength, ErrorMessage = "O e-mail passa de 254 letras. Confira o endereço.")]
        public string Email { get; set; } = "";

        [Required(ErrorMessage = "Escreva sua senha.")]
        [StringLength(200, ErrorMessage = "A senha passa de 200 letras. Confira o que foi colado.")]
        public string Password { get; set; } = "";

        public bool Remember { get; set; }
    }
}
