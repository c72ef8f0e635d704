using Percurso.Testing;
using Percurso.Tests.Browser.Browsers;
using Percurso.Tests.Browser.Pages;

namespace Percurso.Tests.Browser.Journeys;

/// <summary>A fresh site is set up once, so each way of walking has a site of its own.</summary>
public sealed class SettingUpByMouseTests(ListeningFreshSite site) : IClassFixture<ListeningFreshSite>
{
    [Fact]
    public Task Somebody_sets_a_fresh_site_up_and_enters_it() => SettingUp.WalkAsync(site, "pt-BR", "mouse");
}

public sealed class SettingUpByKeyboardTests(ListeningFreshSite site) : IClassFixture<ListeningFreshSite>
{
    [Fact]
    public Task Somebody_sets_a_fresh_site_up_and_enters_it() => SettingUp.WalkAsync(site, "en", "keyboard");
}

static class SettingUp
{
    public static async Task WalkAsync(Site site, string language, string hand)
    {
        await using var tab = await Tab.OpenAsync(site, language, hand);
        await tab.Page.GotoAsync("/contato");
        await tab.Page.WaitForURLAsync("**/configurar*");
        await tab.ShowAsync("set-up-without-code");

        await tab.Page.GotoAsync(await site.SetUpAddressAsync());
        var page = new SetUpPage(tab);
        await tab.ShowAsync("set-up");

        await page.SendAsync();
        await page.Refusal.WaitForAsync();
        await tab.ShowAsync("set-up-refused");

        await page.AnswerAsync("surgical-guides", "Guias do Vale", Person.Administrator);
        await page.SendAsync();
        await tab.Page.WaitForURLAsync(SignInPage.IsIt);
        await tab.ShowAsync("set-up-done");

        await new SignInPage(tab).EnterAsync(Person.Administrator);
        await tab.Page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/admin");
        await tab.ShowAsync("dashboard-of-a-new-site");
        Assert.Contains("Guias do Vale", await tab.Page.TitleAsync(), StringComparison.Ordinal);
    }
}
