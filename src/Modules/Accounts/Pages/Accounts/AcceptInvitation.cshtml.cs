using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Accounts.Recipes;
using Percurso.Accounts.Staff;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Accounts.Pages.Accounts;

/// <summary>Opened from the letter by whoever holds its link; says the same of every link that does not open.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.SignUp)]
sealed class AcceptInvitationModel(AccountsDb db, UserManager<Account> accounts, InvitationLink link, TimeProvider clock, Words words) : PageModel, IShowAgain
{
    [FromRoute]
    public string Secret { get; set; } = "";

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Null when the link does not open one.</summary>
    public Invitation? Invitation { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        if (Invitation is null) return Page();

        using (var together = Together.Begin())
        {
            Invitation.Accept(Invitation.Sent, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancel);
            await People.OpenAsync(accounts, new(Invitation.Name, Invitation.Email, Input.Password, Invitation.Roles), Invitation.Culture);
            together.Complete();
        }

        TempData.Confirm(words["Bem-vindo à equipe. Entre com seu e-mail e a senha que você escolheu."]);
        return Redirect("/entrar?voltar=/admin");
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        if (link.Read(Secret) is not var (id, sent)) return;

        var found = await db.Invitations.SingleOrDefaultAsync(invitation => invitation.Id == id, cancel);
        Invitation = found?.IsOpenedBy(sent, clock.GetUtcNow().UtcDateTime) == true ? found : null;
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva uma senha.")]
        [StringLength(200, MinimumLength = 10, ErrorMessage = "A senha precisa ter de 10 a 200 caracteres; uma frase serve.")]
        public string Password { get; set; } = "";
    }
}
