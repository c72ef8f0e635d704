using Microsoft.Playwright;

using Percurso.Tests.Browser.Browsers;

namespace Percurso.Tests.Browser.Pages;

sealed class ContactPage(Tab tab)
{
    ILocator Field(string name) => tab.Page.Locator($"[name='Input.{name}']");

    public ILocator Refusal => tab.Page.Locator(".error-summary");

    public ILocator Confirmation => tab.Page.Locator(".notice").First;

    public async Task WriteAsync(string name, string email, string text)
    {
        await tab.Hand.WriteAsync(Field("Name"), name);
        await tab.Hand.WriteAsync(Field("Email"), email);
        await tab.Hand.WriteAsync(Field("Text"), text);
    }

    public Task SendAsync() => tab.Hand.PressAsync(tab.Page.Locator("main form button"));

    public Task<string> WrittenAsync(string name) => Field(name).InputValueAsync();
}
