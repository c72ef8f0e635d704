using Microsoft.Playwright;

using Percurso.Testing;
using Percurso.Tests.Browser.Browsers;

namespace Percurso.Tests.Browser.Pages;

sealed class SignInPage(Tab tab)
{
    ILocator Email => tab.Page.Locator("[name='Input.Email']");
    ILocator Password => tab.Page.Locator("[name='Input.Password']");
    ILocator Button => tab.Page.Locator("main form:has([type=password]) button");

    public ILocator Refusal => tab.Page.Locator(".error-summary");

    public static bool IsIt(string url) => url.Contains("/entrar", StringComparison.Ordinal);

    public static async Task<SignInPage> OpenAsync(Tab tab, string going = "/admin")
    {
        await tab.Page.GotoAsync(going);
        await tab.Page.WaitForURLAsync(IsIt);
        return new(tab);
    }

    public async Task EnterAsync(string email, string password)
    {
        await tab.Hand.WriteAsync(Email, email);
        await tab.Hand.WriteAsync(Password, password);
        await tab.Hand.PressAsync(Button);
    }

    public async Task EnterAsync(Person person)
    {
        await EnterAsync(person.Email, person.Password);
        await tab.Page.WaitForURLAsync(url => !IsIt(url));
    }
}
