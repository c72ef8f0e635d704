using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

using Percurso.Accounts.Contracts;
using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Accounts.Security;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Accounts.Pages.Accounts.Own;

/// <summary>Who has only a passkey sets a first password here.</summary>
[Authorize]
sealed class ChangePasswordModel(AccountsDb db, UserManager<Account> accounts, IProof proof, Entrance entrance, Sessions sessions, Words words) : OwnPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync([FromForm(Name = ProofField.Name)] string? given, CancellationToken cancel)
    {
        await proof.DemandAsync(User, given, cancel);

        var me = await accounts.MeAsync(User);
        using (var together = Together.Begin())
        {
            db.Record(new PasswordChanged(me.Id));
            await accounts.RemovePasswordAsync(me);
            await accounts.AddPasswordAsync(me, Input.Password!);
            await sessions.EndAllAsync(me.Id, but: User.SessionId(), cancel);
            together.Complete();
        }

        await entrance.RefreshSignInAsync(me);
        TempData.Confirm(words["A senha foi trocada. Os outros aparelhos saíram da conta."]);
        return RedirectToPage();
    }

    internal sealed class Form
    {
        [LongEnough(ErrorMessage = "A senha é curta. Use 10 caracteres ou mais; uma frase serve.")]
        [StringLength(200, ErrorMessage = "A senha passa de 200 letras. Confira o que foi colado.")]
        public string? Password { get; set; }
    }
}
