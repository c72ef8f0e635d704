using System.ComponentModel.DataAnnotations;
using System.Globalization;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;

using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Accounts.Security;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;

namespace Percurso.Accounts.Pages.Accounts;

[AllowAnonymous, EnableRateLimiting(RateLimits.SignUp)]
sealed class SignUpModel(AccountsDb db, Agreeing agreeing, IPasswordHasher<Account> hasher, Words words, TimeProvider clock) : Entry
{
    static readonly Account Nobody = new() { Name = "", Culture = "pt-BR" };

    [BindProperty]
    public Form Input { get; set; } = new();

    public Agreements Texts { get; private set; } = Agreements.None;

    public IEnumerable<SelectListItem> Ways =>
    [
        new(words["Com uma senha"], Form.ByPassword),
        new(words["Com uma chave de acesso: a digital, o rosto ou o PIN do aparelho"], Form.ByPasskey),
    ];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Texts = await agreeing.TextsAsync(HttpContext.RequestAborted);
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    /// <summary>Known or unknown, the address costs the same here; the letter tells its owner which it was.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var hash = Input.With == Form.ByPasskey ? null : hasher.HashPassword(Nobody, Input.Password!);
        db.Add(new SignUp(Input.Name.Trim(), Input.Email.Trim(), hash, CultureInfo.CurrentUICulture.Name, Texts, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(cancel);
        return RedirectToPage("SignUpSent");
    }

    internal sealed class Form
    {
        public const string ByPassword = "senha", ByPasskey = "chave";

        [Required(ErrorMessage = "Escreva seu nome.")]
        [StringLength(Account.NameLength, ErrorMessage = "O nome passa de 120 letras. Escreva-o mais curto.")]
        public string Name { get; set; } = "";

        [Required(ErrorMessage = "Escreva seu e-mail.")]
        [EmailAddress(ErrorMessage = "Este e-mail não está completo. Escreva-o como nome@exemplo.com.br.")]
        [StringLength(Account.EmailLength, ErrorMessage = "O e-mail passa de 254 letras. Confira o endereço.")]
        public string Email { get; set; } = "";

        [RegularExpression("senha|chave", ErrorMessage = "Escolha como você vai entrar.")]
        public string With { get; set; } = ByPassword;

        [StringLength(200, ErrorMessage = "A senha passa de 200 letras. Confira o que foi colado.")]
        [LongEnough(Unless = nameof(With), Is = ByPasskey, ErrorMessage = "A senha é curta. Use 10 caracteres ou mais; uma frase serve.")]
        public string? Password { get; set; }

        [Range(typeof(bool), "true", "true", ErrorMessage = "Sem aceitar os termos de uso não podemos abrir a conta.")]
        public bool Terms { get; set; }

        [Range(typeof(bool), "true", "true", ErrorMessage = "Sem aceitar a política de privacidade não podemos abrir a conta.")]
        public bool Privacy { get; set; }
    }
}
