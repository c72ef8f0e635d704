using Percurso.Tests.Browser.Browsers;

namespace Percurso.Tests.Browser.Journeys;

/// <summary>What the journeys rely on: that axe sees what is wrong, and what is wrong only in the dark.</summary>
public sealed class AccessibilityTests(ListeningSite site) : IClassFixture<ListeningSite>
{
    [Theory]
    [InlineData("<img src='/favicon.svg'>", "image-alt at img")]
    [InlineData("<input>", "label at input")]
    [InlineData("<p style='color: #aaa; background: #fff'>Bom dia</p>", "color-contrast at p")]
    [InlineData("<a href='#' style='display: inline-block; font-size: 8px'>a</a><a href='#' style='display: inline-block; font-size: 8px'>b</a>", "target-size at a")]
    public async Task Each_violation_is_named_with_its_element(string markup, string violation)
    {
        await using var tab = await Tab.OpenAsync(site);
        await tab.Page.SetContentAsync($"<!DOCTYPE html><html lang='pt-BR'><head><title>Bom dia</title></head><body><main>{markup}</main></body></html>");

        Assert.Contains(await Accessibility.ViolationsAsync(tab.Page), found => found.StartsWith(violation, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_screen_that_is_wrong_only_in_the_dark_fails_and_says_so()
    {
        await using var tab = await Tab.OpenAsync(site);
        await tab.Page.SetContentAsync(
            """
            <!DOCTYPE html><html lang="pt-BR"><head><title>Bom dia</title>
            <style>body { color: #000; background: #fff } @media (prefers-color-scheme: dark) { body { background: #111 } }</style>
            </head><body><main><p>Bom dia</p></main></body></html>
            """);

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Accessibility.DemandAsync(tab, "good-morning"));

        Assert.Contains("good-morning, 390 px, Dark, pt-BR: color-contrast at p", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Light", failure.Message, StringComparison.Ordinal);
    }
}
