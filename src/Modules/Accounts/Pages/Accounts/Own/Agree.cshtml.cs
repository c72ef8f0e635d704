using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

using Percurso.Accounts.Domain;
using Percurso.Accounts.Security;
using Percurso.Kernel.Web;

namespace Percurso.Accounts.Pages.Accounts.Own;

[Authorize, BeforeAgreeing]
sealed class AgreeModel(UserManager<Account> accounts, Agreeing agreeing, Entrance entrance) : OwnPage, IShowAgain
{
    [BindProperty, Range(typeof(bool), "true", "true", ErrorMessage = "Sem aceitar os textos não podemos continuar juntos. Você pode sair e voltar depois.")]
    public bool Agrees { get; set; }

    [BindProperty(Name = "voltar", SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public Agreements Texts { get; private set; } = Agreements.None;

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task ShowAgainAsync(CancellationToken cancel) => Texts = await agreeing.TextsAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var me = await accounts.MeAsync(User);
        await agreeing.AgreeAsync(me, cancel);
        await entrance.RefreshSignInAsync(me);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : User.Home());
    }
}
