using Microsoft.Playwright;

using Percurso.Testing;
using Percurso.Tests.Browser.Browsers;
using Percurso.Tests.Browser.Pages;

namespace Percurso.Tests.Browser.Journeys;

/// <summary>What marketing does beside writing pages: pictures, menus, and what an older site leaves behind.</summary>
public sealed class TendingTheSiteTests(ListeningSite site) : IClassFixture<ListeningSite>
{
    [Theory]
    [InlineData("mouse")]
    [InlineData("keyboard")]
    public async Task Marketing_sends_a_picture_says_what_it_shows_and_what_must_stay_in_sight(string hand)
    {
        await using var tab = await Tab.OpenAsync(site, hand: hand);
        await (await SignInPage.OpenAsync(tab, "/admin/midia")).EnterAsync(Person.Marketing);

        var picture = await tab.Page.ScreenshotAsync();
        await tab.Page.Locator("#files").SetInputFilesAsync(new FilePayload { Name = $"Fachada por {hand}.png", MimeType = "image/png", Buffer = picture });
        await tab.Hand.PressAsync(tab.Page.Locator("media-upload form button"));
        await tab.Page.Locator("focal-point").WaitForAsync();
        await Assertions.Expect(tab.Page.Locator(".notice-warn")).ToContainTextAsync("Diga o que a imagem mostra.");
        if (hand == "mouse") await tab.ShowAsync("picture-undescribed");

        if (hand == "mouse") await tab.Page.Locator("focal-point img").ClickAsync(new() { Position = new() { X = 1, Y = 1 } });
        else await tab.Hand.WriteAsync(tab.Page.Locator("[name='Input.FocalX']"), "0");
        await Assertions.Expect(tab.Page.Locator("[name='Input.FocalX']")).ToHaveValueAsync("0");
        await tab.Hand.WriteAsync(tab.Page.Locator("[name='Input.Alt']"), "A entrada da sede, com a placa à direita");
        await tab.Hand.PressAsync(tab.Page.Locator("form[action*=Describe] .btn-primary"));
        await Assertions.Expect(tab.Page.Locator(".notice-warn")).ToHaveCountAsync(0);

        await tab.Page.GotoAsync("/admin/midia");
        await Assertions.Expect(tab.Page.Locator(".media-grid")).ToContainTextAsync($"Fachada por {hand}");
        if (hand == "mouse") await tab.ShowAsync("media");
        var item = await tab.Page.Context.APIRequest.GetAsync(new Uri(site.Address, $"/midia/fachada-por-{hand}").AbsoluteUri);
        Assert.Equal((200, true), (item.Status, item.Headers["content-type"].StartsWith("image/", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("mouse")]
    [InlineData("keyboard")]
    public async Task Marketing_moves_an_item_of_the_menu_and_visitors_find_it_there(string hand)
    {
        await using var tab = await Tab.OpenAsync(site, hand: hand);
        await (await SignInPage.OpenAsync(tab, "/admin/menus")).EnterAsync(Person.Marketing);
        var items = tab.Page.Locator(".menu-tree > li > .menu-row strong");
        var before = await items.AllInnerTextsAsync();

        if (hand == "mouse") await tab.Page.Locator(".menu-tree > li").Last.Locator(".menu-handle").DragToAsync(items.First, new() { TargetPosition = new() { X = 2, Y = 2 } });
        else await tab.Hand.PressAsync(tab.Page.Locator(".menu-tree > li").Last.Locator("button[value=Up]"));
        await tab.Page.WaitForURLAsync("**/admin/menus**");
        await Assertions.Expect(items.Last).Not.ToHaveTextAsync(before[^1]);
        var after = await items.AllInnerTextsAsync();
        if (hand == "mouse") Assert.Equal(before[^1], after[0]);
        await tab.ShowAsync("menus");

        await tab.Page.GotoAsync("/");
        var shown = await tab.Page.Locator("header nav").First.Locator("li > a, li > details > summary, li > button, li > span").AllTextContentsAsync();
        Assert.Equal(after, shown.Select(words => words.Trim()).Where(after.Contains).Distinct());
    }

    [Fact]
    public async Task An_administrator_rehearses_what_an_Orchard_site_brings_and_imports_it()
    {
        await using var tab = await Tab.OpenAsync(site, hand: "keyboard");
        await (await SignInPage.OpenAsync(tab, "/admin/orchard")).EnterAsync(Person.Administrator);
        await tab.Page.Locator("#file").SetInputFilesAsync(Repository.At("tests", "Site.Tests", "Content", "Orchard", "digital.recipe.json"));
        await tab.Hand.PressAsync(tab.Page.Locator("main form button"));

        await tab.Page.GetByText("Isto é um ensaio: nada mudou ainda.").WaitForAsync();
        await tab.ShowAsync("orchard-rehearsed");

        await tab.Hand.PressAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Importar agora" }));
        await Assertions.Expect(tab.Page.Locator("#vem")).ToContainTextAsync("Veio 1 coisa");
        await Assertions.Expect(tab.Page.Locator("main table")).ToContainTextAsync("Módulos e temas do Orchard não rodam aqui.");
        await tab.ShowAsync("orchard-imported");
    }
}
