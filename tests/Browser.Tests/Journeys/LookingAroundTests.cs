using Percurso.Testing;
using Percurso.Tests.Browser.Browsers;
using Percurso.Tests.Browser.Pages;

namespace Percurso.Tests.Browser.Journeys;

/// <summary>The pages no other journey comes through: the staff's component page, the errors, the menus when they are open.</summary>
public sealed class LookingAroundTests(ListeningSite site) : IClassFixture<ListeningSite>
{
    [Theory]
    [InlineData("pt-BR")]
    [InlineData("en")]
    public async Task Somebody_of_the_staff_looks_at_every_component(string language)
    {
        await using var tab = await Tab.OpenAsync(site, language);
        await (await SignInPage.OpenAsync(tab, "/admin/componentes")).EnterAsync(Person.Administrator);
        await tab.ShowAsync("components");

        var openers = await tab.Page.Locator("main [popovertarget]:visible, main [commandfor]:visible, main [data-opens]:visible").AllAsync();
        Assert.NotEmpty(openers);
        foreach (var (number, opener) in openers.Index())
        {
            await opener.ClickAsync();
            await tab.Page.Locator("dialog[open], :popover-open").First.WaitForAsync();
            await tab.ShowAsync($"components-open-{number + 1}");
            await tab.Page.Keyboard.PressAsync("Escape");
        }
    }

    [Theory]
    [InlineData("pt-BR")]
    [InlineData("en")]
    public async Task Somebody_loses_the_way(string language)
    {
        await using var tab = await Tab.OpenAsync(site, language);
        await tab.Page.GotoAsync("/nao-existe");
        await tab.ShowAsync("error-404");

        await (await SignInPage.OpenAsync(tab)).EnterAsync(Person.Planner);
        await tab.Page.GotoAsync("/admin/tarefas");
        await tab.ShowAsync("error-403");
        await tab.Page.GotoAsync("/erro/500");
        await tab.ShowAsync("error-500");
        await tab.Page.GotoAsync("/admin/fatos");
        await tab.Page.GotoAsync("/admin");
        await tab.ShowAsync("dashboard-of-a-planner");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/admin")]
    public async Task The_menu_opens_on_a_phone(string path)
    {
        await using var tab = await Tab.OpenAsync(site);
        if (path == "/admin") await (await SignInPage.OpenAsync(tab)).EnterAsync(Person.Administrator);
        await tab.Page.SetViewportSizeAsync(Screen.Phone, 844);
        await tab.Page.GotoAsync(path);

        await tab.Page.Locator("[popovertarget=menu]").ClickAsync();
        await tab.Page.Locator("#menu a").First.WaitForAsync();

        Assert.Empty(await Accessibility.ViolationsAsync(tab.Page));
    }
}
