using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

using Percurso.Accounts.Contracts;
using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Accounts.Security;
using Percurso.Kernel;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Accounts.Pages.Accounts.Own;

[Authorize]
sealed class PasskeysModel(UserManager<Account> accounts, Entrance entrance, IProof proof, AccountsDb db, Words words) : OwnPage, IShowAgain
{
    const int Most = 20;

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<UserPasskeyInfo> All { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task ShowAgainAsync(CancellationToken cancel) =>
        All = [.. (await accounts.GetPasskeysAsync(await accounts.MeAsync(User))).OrderBy(key => key.CreatedAt)];

    /// <summary>What the browser asks the device to make (WebAuthn, <c>PublicKeyCredentialCreationOptions</c>).</summary>
    public async Task<IActionResult> OnPostOptionsAsync()
    {
        var me = await accounts.MeAsync(User);
        var options = await entrance.MakePasskeyCreationOptionsAsync(new() { Id = me.Id.ToString(), Name = me.Email!, DisplayName = me.Name });
        return Content(options, "application/json");
    }

    public async Task<IActionResult> OnPostAsync(string? credential, [FromForm(Name = ProofField.Name)] string? given, CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        if (All.Count >= Most) throw new RuleBrokenException("Vinte chaves já bastam. Remova uma que não usa antes de criar outra.");
        if (string.IsNullOrWhiteSpace(Input.Name)) return Refuse("Input.Name", words["Dê um nome à chave."]);
        await proof.DemandAsync(User, given, cancel);
        if (string.IsNullOrEmpty(credential)) throw NotMade();

        var me = await accounts.MeAsync(User);
        if (await entrance.TakePasskeyAsync(me, credential) is not { } key) throw NotMade();

        key.Name = Input.Name.Trim();
        db.Record(new PasskeysChanged(me.Id, key.Name, IsAdded: true));
        if (!(await accounts.AddOrUpdatePasskeyAsync(me, key)).Succeeded) throw NotMade();

        TempData.Confirm(words["A chave foi criada. Na próxima vez, entre com ela."]);
        return RedirectToPage();
    }

    static RuleBrokenException NotMade() => new RuleBrokenException("O aparelho não entregou uma chave que sirva. Tente de novo, ou noutro aparelho.");

    internal sealed class Form
    {
        [StringLength(60, ErrorMessage = "O nome passa de 60 letras. Escreva-o mais curto.")]
        public string? Name { get; set; }
    }
}
