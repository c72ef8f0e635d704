using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

using Percurso.Accounts.Contracts;
using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Accounts.Security;
using Percurso.Kernel;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Accounts.Pages.Accounts.Own;

[Authorize]
sealed class RemovePasskeyModel(AccountsDb db, UserManager<Account> accounts, IProof proof, Words words) : OwnPage
{
    /// <summary>The credential's id, in hexadecimal.</summary>
    [FromRoute(Name = "key")]
    public string Id { get; set; } = "";

    public UserPasskeyInfo Key { get; private set; } = null!;

    bool IsOnlyWayIn { get; set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var me = await accounts.MeAsync(User);
        var keys = await accounts.GetPasskeysAsync(me);
        if (keys.FirstOrDefault(one => Convert.ToHexStringLower(one.CredentialId) == Id) is not { } found)
        {
            context.Result = NotFound();
            return;
        }

        (Key, IsOnlyWayIn) = (found, me.PasswordHash is null && keys.Count == 1);
        await next();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = ProofField.Name)] string? given, CancellationToken cancel)
    {
        if (IsOnlyWayIn) throw new RuleBrokenException("Esta é sua única forma de entrar. Crie uma senha antes de remover a chave.");
        await proof.DemandAsync(User, given, cancel);

        var me = await accounts.MeAsync(User);
        db.Record(new PasskeysChanged(me.Id, Key.Name ?? "", IsAdded: false));
        await accounts.RemovePasskeyAsync(me, Key.CredentialId);
        TempData.Confirm(words["A chave foi removida e não entra mais."]);
        return RedirectToPage("Passkeys");
    }
}
