using Microsoft.Playwright;

namespace Percurso.Tests.Browser.Browsers;

/// <summary>
/// Named screens as pictures, on a laptop and a phone, by day and by night, where <c>PERCURSO_SCREENSHOTS</c> names a folder.
/// </summary>
static class Screen
{
    /// <summary>Widths in CSS pixels.</summary>
    public const int Laptop = 1440, Phone = 390;

    /// <summary>Colours that change, however briefly, have changed two frames and their transitions later.</summary>
    const string Settle =
        """
        async () => {
            const frame = () => new Promise(requestAnimationFrame);
            await frame();
            await frame();
            const ending = document.getAnimations().filter(one => Number.isFinite(one.effect.getComputedTiming().endTime));
            await Promise.allSettled(ending.map(one => one.finished));
        }
        """;

    static readonly string? folder = Environment.GetEnvironmentVariable("PERCURSO_SCREENSHOTS");

    public static async Task TakeAsync(Tab tab, string screen)
    {
        if (string.IsNullOrEmpty(folder)) return;

        foreach (var width in new[] { Laptop, Phone })
            foreach (var look in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await LookAsync(tab, width, look);
                var name = $"{screen}.{tab.Language}.{width}.{look.ToString().ToLowerInvariant()}.png";
                await tab.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name), FullPage = true });
            }

        await LookAsync(tab, Laptop, ColorScheme.Light);
    }

    /// <summary>The same page in another width and look; nothing is loaded anew, so what is open stays open.</summary>
    public static async Task LookAsync(Tab tab, int width, ColorScheme look)
    {
        await tab.Page.SetViewportSizeAsync(width, width == Phone ? 844 : 900);
        await tab.Page.EmulateMediaAsync(new() { ColorScheme = look, ReducedMotion = ReducedMotion.Reduce });
        await tab.Page.EvaluateAsync(Settle);
    }
}
