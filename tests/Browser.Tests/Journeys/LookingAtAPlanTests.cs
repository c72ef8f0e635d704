using System.Globalization;

using Microsoft.Playwright;

using Percurso.Testing;
using Percurso.Tests.Browser.Browsers;
using Percurso.Tests.Browser.Pages;

namespace Percurso.Tests.Browser.Journeys;

/// <summary>The dentist before the demonstration's second version: cuts it, compares it with the first, and comments on a place that is found again.</summary>
public sealed class LookingAtAPlanTests(ListeningSite site) : IClassFixture<ListeningSite>
{
    [Fact]
    public async Task A_plan_is_cut_compared_and_commented_and_a_pin_survives_a_reload_with_its_view()
    {
        await using var dentist = await Tab.OpenAsync(site);
        await (await SignInPage.OpenAsync(dentist, "/inicio?q=aparecido")).EnterAsync(Person.Dentist);
        var page = dentist.Page;
        await page.GotoAsync($"{await page.Locator("main table th a").First.GetAttributeAsync("href")}/passos/preview/revisao");
        await page.Locator("case-viewer[ready]").WaitForAsync();

        await page.Locator("[data-tool=cut]").ClickAsync();
        Assert.Contains("Guia cirúrgico: área", await page.Locator(".viewer-areas").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Arcada superior: superfície aberta, só o contorno", await page.Locator(".viewer-areas").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator("[data-tool=cut]").ClickAsync();

        // The two versions differ by the 0,6 mm that their implants and sleeves were moved.
        await page.Locator("[data-compare=over]").ClickAsync();
        await page.Locator(".viewer-measures li").Nth(4).WaitForAsync();
        var apart = await page.Locator(".viewer-measures").InnerTextAsync();
        Assert.Contains("Implante 24: maior diferença 0,60 mm", apart, StringComparison.Ordinal);
        Assert.Contains("Arcada superior: maior diferença 0,00 mm", apart, StringComparison.Ordinal);
        await page.Locator("[data-compare=over]").ClickAsync();

        await page.Locator("[data-view-name=below]").ClickAsync();
        await page.Locator(".viewer-layers [data-visible]").Nth(1).UncheckAsync();
        await page.Locator("[data-tool=pin]").ClickAsync();
        await page.Locator(".viewer-stage").First.FocusAsync();
        for (var step = 0; step < 8; step++) await page.Keyboard.PressAsync("Shift+ArrowUp");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#comment-text").FillAsync("A janela do 11 pode ser maior?");
        await page.Locator("form.comment-form button.btn-primary").ClickAsync();

        await page.Locator("case-viewer[ready]").WaitForAsync();
        await page.ReloadAsync();
        await page.Locator("case-viewer[ready]").WaitForAsync();
        await page.Locator("[data-show-comment]").ClickAsync();
        Assert.False(await page.Locator(".viewer-layers [data-visible]").Nth(1).IsCheckedAsync());
        var pin = (await page.Locator(".viewer-pin").BoundingBoxAsync())!;
        var stage = (await page.Locator(".viewer-stage").First.BoundingBoxAsync())!;
        Assert.True(
            Math.Abs(pin.X + pin.Width / 2 - stage.X - stage.Width / 2) < 3 && Math.Abs(pin.Y + pin.Height / 2 - stage.Y - stage.Height / 2) < 3,
            string.Create(CultureInfo.InvariantCulture, $"The pin was set in the middle of the stage and stands at {pin.X}, {pin.Y} of {stage.X}, {stage.Y}."));
        await dentist.ShowAsync("plan");
    }
}
