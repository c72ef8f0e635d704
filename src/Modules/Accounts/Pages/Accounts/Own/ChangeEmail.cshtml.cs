using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

using Percurso.Accounts.Contracts;
using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Accounts.Security;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Accounts.Pages.Accounts.Own;

[Authorize]
sealed class ChangeEmailModel(AccountsDb db, UserManager<Account> accounts, IProof proof, Words words) : OwnPage, IShowAgain
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public string Email { get; private set; } = "";

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task ShowAgainAsync(CancellationToken cancel) => Email = (await accounts.MeAsync(User)).Email!;

    public async Task<IActionResult> OnPostAsync([FromForm(Name = ProofField.Name)] string? given, CancellationToken cancel)
    {
        await proof.DemandAsync(User, given, cancel);

        db.Record(new EmailChangeAsked(User.AccountId(), Input.Email.Trim()));
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
    }
}
