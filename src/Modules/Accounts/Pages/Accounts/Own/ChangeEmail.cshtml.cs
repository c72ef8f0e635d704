using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Accounts.Security;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Accounts.Pages.Accounts.Own;

[Authorize]
sealed class ChangeEmailModel(AccountsDb db, UserManager<Account> accounts, SignIn signIn, Words words) : OwnPage, IShowAgain
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public string Email { get; private set; } = "";
    public bool HasPassword { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        var me = await accounts.MeAsync(User);
        (Email, HasPassword) = (me.Email!, me.PasswordHash is not null);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        var me = await accounts.MeAsync(User);
        if (HasPassword && !await signIn.ProvesAsync(me, Input.Password ?? "")) return Refuse("Input.Password", words["Esta não é a sua senha de agora. Confira e escreva de novo."]);

        db.Record(new EmailChangeAsked(me.Id, Input.Email.Trim()));
        await db.SaveChangesAsync(cancel);
        TempData.Confirm(words["Uma carta foi para o endereço novo. Confirme por ela dentro de um dia."]);
        return RedirectToPage();
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva o e-mail novo.")]
        [EmailAddress(ErrorMessage = "Este e-mail não está completo. Escreva-o como nome@exemplo.com.br.")]
        [StringLength(Account.EmailLength, ErrorMessage = "O e-mail passa de 254 letras. Confira o endereço.")]
        public string Email { get; set; } = "";

        [StringLength(200, ErrorMessage = "A senha passa de 200 letras. Confira o que foi colado.")]
        public string? Password { get; set; }
    }
}
