using Microsoft.Playwright;

using Percurso.Testing;
using Percurso.Tests.Browser.Browsers;
using Percurso.Tests.Browser.Pages;

namespace Percurso.Tests.Browser.Journeys;

public sealed class SigningInTests(ListeningSite site) : IClassFixture<ListeningSite>
{
    [Theory]
    [InlineData("pt-BR", "mouse")]
    [InlineData("en", "keyboard")]
    public async Task Somebody_goes_to_a_page_signs_in_and_is_there_and_signs_out(string language, string hand)
    {
        await using var tab = await Tab.OpenAsync(site, language, hand);
        var entry = await SignInPage.OpenAsync(tab, "/admin/tarefas");
        await tab.ShowAsync("sign-in");

        await entry.EnterAsync(Person.Administrator.Email, "errada");
        await entry.Refusal.WaitForAsync();
        await tab.ShowAsync("sign-in-refused");

        await entry.EnterAsync(Person.Administrator);
        await tab.Page.WaitForURLAsync("**/admin/tarefas");
        await tab.ShowAsync("jobs");

        await tab.Hand.PressAsync(tab.Page.Locator("nav a[href='/admin']").Last);
        await tab.Page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/admin");
        await tab.ShowAsync("dashboard");

        await tab.Hand.PressAsync(tab.Page.Locator("a[href='/sair']"));
        await tab.ShowAsync("sign-out");
        await tab.Hand.PressAsync(tab.Page.Locator("main form button"));
        await tab.Page.WaitForURLAsync(site.Address.ToString());
        await tab.Page.GotoAsync("/admin");
        await tab.Page.WaitForURLAsync(SignInPage.IsIt);
    }
}
