using Microsoft.Playwright;

using Percurso.Testing;
using Percurso.Tests.Browser.Browsers;

namespace Percurso.Tests.Browser.Pages;

sealed class SetUpPage(Tab tab)
{
    ILocator Field(string name) => tab.Page.Locator($"[name='Input.{name}']");

    public ILocator Refusal => tab.Page.Locator(".error-summary");

    public async Task AnswerAsync(string recipe, string siteName, Person administrator)
    {
        await tab.Hand.PressAsync(tab.Page.Locator($"[name='Input.Recipe'][value='{recipe}']"));
        await tab.Hand.WriteAsync(Field("SiteName"), siteName);
        await tab.Hand.WriteAsync(Field("Name"), administrator.Name);
        await tab.Hand.WriteAsync(Field("Email"), administrator.Email);
        await tab.Hand.WriteAsync(Field("Password"), administrator.Password);
    }

    public Task SendAsync() => tab.Hand.PressAsync(tab.Page.Locator("main form[method=post] button"));
}
