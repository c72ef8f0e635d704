using Microsoft.Playwright;

namespace Percurso.Tests.Browser.Browsers;

/// <summary>A device that keeps passkeys and knows its owner, in place of a real one (Chrome DevTools Protocol, WebAuthn).</summary>
static class Authenticator
{
    public static async Task AddAsync(Tab tab)
    {
        var devTools = await tab.Page.Context.NewCDPSessionAsync(tab.Page);
        await devTools.SendAsync("WebAuthn.enable");
        await devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
