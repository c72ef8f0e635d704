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
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Accounts.Pages.Accounts.Own;

[Authorize]
sealed class TwoFactorModel(
    AccountsDb db, UserManager<Account> accounts, IProof proof, Entrance entrance, Sessions sessions, Attempts attempts, SiteIdentity site, Words words)
    : OwnPage, IShowAgain
{
    const int Codes = 10;

    [BindProperty, StringLength(20, ErrorMessage = "O código tem seis números. Confira o que foi colado.")]
    public string? Code { get; set; }

    public bool IsOn { get; private set; }
    public int CodesLeft { get; private set; }

    /// <summary>In words of four letters; null before the person has begun.</summary>
    public string? Key { get; private set; }
    public QrDrawing Qr { get; private set; } = QrDrawing.None;

    /// <summary>Shown once, when they are made.</summary>
    public IReadOnlyList<string> NewCodes { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        var me = await accounts.MeAsync(User);
        IsOn = me.TwoFactorEnabled;
        CodesLeft = IsOn ? await accounts.CountRecoveryCodesAsync(me) : 0;
        if (IsOn || await accounts.GetAuthenticatorKeyAsync(me) is not { Length: > 0 } key) return;

        Key = string.Join(' ', key.Chunk(4).Select(four => new string(four)));
        Qr = QrDrawing.Of($"otpauth://totp/{Uri.EscapeDataString(site.Name)}:{Uri.EscapeDataString(me.Email!)}?secret={key}&issuer={Uri.EscapeDataString(site.Name)}");
    }

    public async Task<IActionResult> OnPostBeginAsync()
    {
        var me = await accounts.MeAsync(User);
        if (!me.TwoFactorEnabled)
        {
            await accounts.ResetAuthenticatorKeyAsync(me);
            await entrance.RefreshSignInAsync(me);
        }

        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostTurnOnAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        var me = await accounts.MeAsync(User);
        if (IsOn || Key is null) return RedirectToPage();

        var code = string.Concat((Code ?? "").Where(char.IsAsciiDigit));
        if (!await attempts.TakeAsync(Attempts.SecondFactor, me.Id.ToString(), cancel)
            || !await accounts.VerifyTwoFactorTokenAsync(me, TokenOptions.DefaultAuthenticatorProvider, code))
            return Refuse(nameof(Code), words["Este código não vale. Confira o relógio do telefone e escreva o próximo logo que aparecer."]);

        await ChangeAsync(me, isOn: true, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostTurnOffAsync([FromForm(Name = ProofField.Name)] string? given, CancellationToken cancel)
    {
        await proof.DemandAsync(User, given, cancel);

        await ChangeAsync(await accounts.MeAsync(User), isOn: false, cancel);
        TempData.Confirm(words["A verificação em duas etapas está desligada."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostNewCodesAsync([FromForm(Name = ProofField.Name)] string? given, CancellationToken cancel)
    {
        await proof.DemandAsync(User, given, cancel);

        var me = await accounts.MeAsync(User);
        if (!me.TwoFactorEnabled) return RedirectToPage();

        NewCodes = await MakeCodesAsync(me);
        return Page();
    }

    async Task ChangeAsync(Account me, bool isOn, CancellationToken cancel)
    {
        using (var together = Together.Begin())
        {
            db.Record(new TwoFactorChanged(me.Id, isOn));
            await accounts.SetTwoFactorEnabledAsync(me, isOn);
            if (isOn) NewCodes = await MakeCodesAsync(me);
            else await accounts.RemoveAuthenticationTokenAsync(me, "[AspNetUserStore]", "AuthenticatorKey");
            await sessions.EndAllAsync(me.Id, but: User.SessionId(), cancel);
            together.Complete();
        }

        await entrance.RefreshSignInAsync(me);
    }

    async Task<IReadOnlyList<string>> MakeCodesAsync(Account me) => [.. await accounts.GenerateNewTwoFactorRecoveryCodesAsync(me, Codes) ?? []];
}
