using Microsoft.Playwright;

using Percurso.Testing;
using Percurso.Tests.Browser.Browsers;

namespace Percurso.Tests.Browser.Pages;

/// <summary>A newcomer's way through sign-up, letter and the pages of their own account.</summary>
sealed class AccountPages(Tab tab, Site site)
{
    public ILocator Named(string field) => tab.Page.Locator($"[name='{field}']:not([type=hidden])");

    public ILocator MainButton => tab.Page.Locator("main form:not([hidden]) .btn-primary");

    public async Task SignUpAsync(string name, string email, string password)
    {
        await tab.Hand.WriteAsync(Named("Input.Name"), name);
        await tab.Hand.WriteAsync(Named("Input.Email"), email);
        await tab.Hand.WriteAsync(Named("Input.Password"), password);
        await tab.Hand.PressAsync(Named("Input.Terms"));
        await tab.Hand.PressAsync(Named("Input.Privacy"));
        await tab.Hand.PressAsync(MainButton);
    }

    /// <summary>Opens the link of the newest letter to an address, as its reader would.</summary>
    public async Task FollowLetterAsync(string email, string beginning = "/cadastro/confirmar?")
    {
        var query = $"select coalesce((select text from kernel.letter where to_address = '{email}' order by written_at desc limit 1), '')";
        var link = await Eventually.IsAsync($"a letter to {email}", async () =>
            (await site.Database.AskAsync<string>(query)).Split((char[]?)null).FirstOrDefault(word => word.Contains(beginning, StringComparison.Ordinal)));
        await tab.Page.GotoAsync(new Uri(link.Trim('<', '>', '(', ')', '.')).PathAndQuery);
    }

    /// <summary>Follows the menu of one's own account.</summary>
    public async Task GoAsync(string path)
    {
        await tab.Hand.PressAsync(tab.Page.Locator($".account-menu a[href='{path}']"));
        await tab.Page.WaitForURLAsync($"**{path}");
    }
}
