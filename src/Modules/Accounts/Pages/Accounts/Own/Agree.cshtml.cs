using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Accounts.Security;
using Percurso.Accounts.Security.Gates;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;

namespace Percurso.Accounts.Pages.Accounts.Own;

[Authorize, BeforeAgreeing]
sealed class AgreeModel(AccountsDb db, UserManager<Account> accounts, Agreeing agreeing, Entrance entrance) : OwnPage, IShowAgain
{
    [BindProperty, Range(typeof(bool), "true", "true", ErrorMessage = "Sem aceitar os textos não podemos continuar juntos. Você pode sair e voltar depois.")]
    public bool Agrees { get; set; }

    [BindProperty(Name = "voltar", SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public Agreements Texts { get; private set; } = Agreements.None;

    /// <summary>Whoever was invited agrees here for the first time.</summary>
    public bool IsFirstTime { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        var me = User.AccountId();
        Texts = await agreeing.TextsAsync(cancel);
        IsFirstTime = !await db.Consents.AnyAsync(consent => consent.AccountId == me, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var me = await accounts.MeAsync(User);
        await agreeing.AgreeAsync(me, cancel);
        await entrance.RefreshSignInAsync(me);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : User.Home());
    }
}
