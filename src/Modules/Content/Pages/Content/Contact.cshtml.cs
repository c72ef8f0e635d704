using System.ComponentModel.DataAnnotations;
using System.Globalization;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

using Percurso.Content.Data;
using Percurso.Content.Domain;
using Percurso.Content.Domain.Pages;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Theme.Contracts;

namespace Percurso.Content.Pages.Content;

/// <summary>
/// Takes what visitors write. The form stands on pages that are the same for everybody and so carries no token; the ground
/// refuses posts from other sites. A refused message is shown here again, with what was written.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken, EnableRateLimiting(RateLimits.Contact)]
sealed class ContactModel(ContentDb db, TimeProvider clock, Words words) : PageModel
{
    [BindProperty]
    public ContactEntry.Form Input { get; set; } = new();

    public ContactEntry Entry => new() { Input = Input };

    /// <summary>The page the form stood on.</summary>
    [BindProperty(Name = "voltar")]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        db.Add(new Message(Input.Name.Trim(), Input.Email.Trim(), Input.Text.Trim(), CultureOfReader().Name, clock.GetUtcNow().UtcDateTime, isSpam: !string.IsNullOrEmpty(Input.Website)));
        await db.SaveChangesAsync(cancel);

        TempData.Confirm(words["Sua mensagem foi enviada. A confirmação vai para o seu e-mail."]);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }

    /// <summary>The language of the page the form stood on; the visitor's browser may ask for another.</summary>
    CultureInfo CultureOfReader() => Url.IsLocalUrl(ReturnUrl) ? PageAddress.Of(ReturnUrl).Culture : CultureInfo.CurrentUICulture;
}

/// <summary>What a visitor writes, wherever the form stands.</summary>
sealed class ContactEntry
{
    public Form Input { get; init; } = new();

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva seu nome.")]
        [StringLength(Message.NameLength, ErrorMessage = "O nome passa de 120 letras. Escreva-o mais curto.")]
        public string Name { get; set; } = "";

        [Required(ErrorMessage = "Escreva seu e-mail, para podermos responder.")]
        [EmailAddress(ErrorMessage = "Este e-mail não está completo. Escreva-o como nome@exemplo.com.br.")]
        [StringLength(Message.EmailLength, ErrorMessage = "O e-mail passa de 254 letras. Confira o endereço.")]
        public string Email { get; set; } = "";

        [Required(ErrorMessage = "Escreva sua mensagem.")]
        [StringLength(Message.TextLength, ErrorMessage = "A mensagem passa de 5.000 letras. Encurte-a, ou envie o resto em outra.")]
        public string Text { get; set; } = "";

        /// <summary>Hidden from people; a message that fills it is put aside, and its sender is told nothing of it.</summary>
        [StringLength(200, ErrorMessage = "Deixe este campo vazio.")]
        public string? Website { get; set; }
    }
}
