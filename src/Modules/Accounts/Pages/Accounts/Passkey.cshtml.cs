using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

using Percurso.Accounts.Security;
using Percurso.Kernel;
using Percurso.Kernel.Security;

namespace Percurso.Accounts.Pages.Accounts;

[AllowAnonymous, EnableRateLimiting(RateLimits.SignIn)]
sealed class PasskeyModel(Entrance entrance) : Entry
{
    /// <summary>What the browser asks the device for (WebAuthn, <c>PublicKeyCredentialRequestOptions</c>). It names no person.</summary>
    public async Task<IActionResult> OnPostOptionsAsync() => Content(await entrance.MakePasskeyRequestOptionsAsync(null!), "application/json");

    public async Task<IActionResult> OnPostAsync(string? credential)
    {
        if (string.IsNullOrEmpty(credential) || !await entrance.LetInWithPasskeyAsync(credential))
            throw new RuleBrokenException("Esta chave de acesso não abre nenhuma conta aqui. Tente outra, ou entre com a senha.");

        return Go();
    }
}
