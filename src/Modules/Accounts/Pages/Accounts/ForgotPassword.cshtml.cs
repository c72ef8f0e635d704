using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Kernel.Security;

namespace Percurso.Accounts.Pages.Accounts;

/// <summary>Who asks is answered at once and alike; the address is looked up afterwards.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.Reset)]
sealed class ForgotPasswordModel(AccountsDb db) : Entry
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(Name = "enviado", SupportsGet = true)]
    public bool IsSent { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        db.Record(new ResetAsked(Input.Email.Trim()));
        await db.SaveChangesAsync(cancel);
        return RedirectToPage(new { enviado = true });
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva seu e-mail.")]
        [EmailAddress(ErrorMessage = "Este e-mail não está completo. Escreva-o como nome@exemplo.com.br.")]
        [StringLength(Account.EmailLength, ErrorMessage = "O e-mail passa de 254 letras. Confira o endereço.")]
        public string Email { get; set; } = "";
    }
}
