using Percurso.Testing;
using Percurso.Tests.Browser.Browsers;
using Percurso.Tests.Browser.Pages;

namespace Percurso.Tests.Browser.Journeys;

public sealed class InvitingStaffTests(ListeningSite site) : IClassFixture<ListeningSite>
{
    [Theory]
    [InlineData("pt-BR", "mouse")]
    [InlineData("en", "keyboard")]
    public async Task An_administrator_invites_somebody_who_comes_in_by_the_letter(string language, string hand)
    {
        var email = $"nova-{hand}@exemplo.com.br";
        await using var tab = await Tab.OpenAsync(site, language, hand);
        await (await SignInPage.OpenAsync(tab, "/admin/pessoas")).EnterAsync(Person.Administrator);
        await tab.Hand.PressAsync(tab.Page.Locator("a[href='/admin/pessoas/convidar']"));
        await tab.Hand.PressAsync(tab.Page.Locator("main form button"));
        await tab.Page.Locator(".error-summary").WaitForAsync();
        await tab.ShowAsync("invite-refused");

        await tab.Hand.WriteAsync(tab.Page.Locator("[name='Input.Name']"), "Nina Reis");
        await tab.Hand.WriteAsync(tab.Page.Locator("[name='Input.Email']"), email);
        await tab.Hand.PressAsync(tab.Page.Locator("[name='Input.Roles'][value=marketing]"));
        await tab.Hand.PressAsync(tab.Page.Locator("main form button"));
        await tab.Page.WaitForURLAsync("**/admin/pessoas");
        await tab.ShowAsync("people-with-invitation");

        var link = await LinkInLetterToAsync(tab, email);
        await using var theirs = await Tab.OpenAsync(site, language, hand);
        await theirs.Page.GotoAsync(link);
        await theirs.ShowAsync("invitation");
        await theirs.Hand.WriteAsync(theirs.Page.Locator("[name='Input.Password']"), "uma frase longa");
        await theirs.Hand.PressAsync(theirs.Page.Locator("main form button"));
        await theirs.Page.WaitForURLAsync(SignInPage.IsIt);
        await new SignInPage(theirs).EnterAsync(email, "uma frase longa");
        await theirs.Page.WaitForURLAsync(url => !SignInPage.IsIt(url));

        await theirs.Page.GotoAsync(link);
        await theirs.ShowAsync("invitation-over");
    }

    [Theory]
    [InlineData("pt-BR")]
    [InlineData("en")]
    public async Task An_administrator_looks_after_people_roles_and_settings(string language)
    {
        await using var tab = await Tab.OpenAsync(site, language);
        await (await SignInPage.OpenAsync(tab, "/admin/pessoas?q=financeiro")).EnterAsync(Person.Administrator);
        await tab.Page.Locator("tbody th a").ClickAsync();
        await tab.ShowAsync("person");
        await tab.Page.GotoAsync("/admin/papeis");
        await tab.ShowAsync("roles");
        await tab.Page.Locator("a[href$='/marketing']").ClickAsync();
        await tab.ShowAsync("role");
        await tab.Page.GotoAsync("/admin/configuracoes");
        await tab.ShowAsync("settings");
        await tab.Page.Locator("[name='Input.SiteName']").FillAsync("");
        await tab.Page.Locator("main form button").First.ClickAsync();
        await tab.Page.Locator(".error-summary").WaitForAsync();
        await tab.ShowAsync("settings-refused");
        await tab.Page.GotoAsync("/admin/consultorios?q=moraes");
        await tab.ShowAsync("all-clinics");
        await tab.Page.Locator("tbody th a").First.ClickAsync();
        await tab.ShowAsync("one-clinic");
    }

    [Theory]
    [InlineData("pt-BR", "mouse")]
    [InlineData("en", "keyboard")]
    public async Task Support_sees_as_a_dentist_and_comes_back(string language, string hand)
    {
        await using var tab = await Tab.OpenAsync(site, language, hand);
        await (await SignInPage.OpenAsync(tab, $"/admin/pessoas?q={Person.Dentist.Email}")).EnterAsync(Person.Administrator);
        await tab.Hand.PressAsync(tab.Page.Locator("tbody th a"));
        await tab.ShowAsync("person-client");
        await tab.Hand.PressAsync(tab.Page.Locator("main a[href$='/ver-como']"));
        await tab.Hand.WriteAsync(tab.Page.Locator("[name='Input.Reason']"), "Pediu ajuda por telefone");
        await tab.ShowAsync("see-as");
        await tab.Hand.PressAsync(tab.Page.Locator("main form .btn-primary"));
        await tab.Page.Locator(".seeing-as").WaitForAsync();
        await tab.ShowAsync("seeing-as");
        await tab.Page.GotoAsync("/conta");
        await tab.Page.WaitForURLAsync("**/ver-como");
        await tab.ShowAsync("reading-only");
        await tab.Hand.PressAsync(tab.Page.Locator("main form .btn-primary"));
        await tab.Page.WaitForURLAsync("**/admin/pessoas/*");
    }

    [Fact]
    public async Task An_administrator_approves_a_new_dentist()
    {
        await using var tab = await Tab.OpenAsync(site);
        await (await SignInPage.OpenAsync(tab, "/admin/pessoas/aprovacao")).EnterAsync(Person.Administrator);
        await tab.Hand.PressAsync(tab.Page.Locator("[name=on][value=true]"));
        await tab.Hand.PressAsync(tab.Page.Locator("form[action*=Set] button"));
        await tab.Page.Locator(".notice-ok").WaitForAsync();

        const string email = "espera@example.com", password = "uma frase bem longa";
        await using var theirs = await Tab.OpenAsync(site);
        var pages = new AccountPages(theirs, site);
        await theirs.Page.GotoAsync("/cadastro");
        await pages.SignUpAsync("Rita Sá", email, password);
        await pages.FollowLetterAsync(email);
        await theirs.Hand.PressAsync(pages.MainButton);
        await theirs.Page.WaitForURLAsync(SignInPage.IsIt);
        await new SignInPage(theirs).EnterAsync(email, password);
        await theirs.Page.WaitForURLAsync("**/conta/espera");
        await theirs.ShowAsync("waiting-for-approval");

        await tab.Page.ReloadAsync();
        await tab.ShowAsync("approval");
        await tab.Hand.PressAsync(tab.Page.Locator(".waiting .btn-primary"));
        await tab.Page.Locator(".notice-ok").WaitForAsync();
        await theirs.Page.GotoAsync("/inicio");
        await theirs.Page.WaitForURLAsync("**/inicio");
    }

    /// <summary>As a person of a demonstration finds it: on the letter's page in the administration.</summary>
    static async Task<string> LinkInLetterToAsync(Tab tab, string email)
    {
        await tab.Page.GotoAsync($"/admin/cartas?q={Uri.EscapeDataString(email)}");
        for (var i = 0; i < 50 && await tab.Page.Locator("tbody th a").CountAsync() == 0; i++)
        {
            await tab.Page.WaitForTimeoutAsync(100);
            await tab.Page.ReloadAsync();
        }

        await tab.Page.Locator("tbody th a").First.ClickAsync();
        return new Uri((await tab.Page.FrameLocator("iframe").Locator("a").First.GetAttributeAsync("href"))!).PathAndQuery;
    }
}
