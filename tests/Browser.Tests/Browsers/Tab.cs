using System.Collections.Concurrent;

using Microsoft.Playwright;

using Percurso.Testing;

namespace Percurso.Tests.Browser.Browsers;

/// <summary>
/// One person's browser on one site, with the hand they use. It watches what the console says, and <see cref="ShowAsync"/>
/// is called at each stop of a journey.
/// </summary>
public sealed class Tab : IAsyncDisposable
{
    readonly ConcurrentQueue<string> complaints = new();

    Tab(IPage page, Hand hand, string language) => (Page, Hand, Language) = (page, hand, language);

    public IPage Page { get; }

    public Hand Hand { get; }

    /// <summary><c>pt-BR</c> or <c>en</c>.</summary>
    public string Language { get; }

    public static async Task<Tab> OpenAsync(Site site, string language = "pt-BR", string hand = "mouse")
    {
        var browser = await Chromium.BrowserAsync();
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = site.Address.ToString(),
            Locale = language,
            ViewportSize = new() { Width = Screen.Laptop, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
            ColorScheme = ColorScheme.Light,
        });
        context.SetDefaultTimeout(30_000);
        var tab = new Tab(await context.NewPageAsync(), Hand.Of(hand), language);
        tab.Page.PageError += (_, error) => tab.complaints.Enqueue(error);
        tab.Page.Console += (_, message) =>
        {
            if (message.Type == "error" && !IsRefusal(message.Text)) tab.complaints.Enqueue(message.Text);
        };
        return tab;
    }

    /// <summary>
    /// A stop of a journey: the page as it is now, with its data, errors and dialogs, must be accessible by day and by
    /// night, on a laptop and on a phone. When screenshots are asked for, they are taken here.
    /// </summary>
    /// <param name="screen">Its name, in lower case with hyphens: <c>contact-refused</c>.</param>
    public async Task ShowAsync(string screen)
    {
        await Screen.TakeAsync(this, screen);
        await Accessibility.DemandAsync(this, screen);
        Assert.True(complaints.IsEmpty, $"{screen}: {string.Join(" | ", complaints)}");
    }

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();

    /// <summary>Chromium reports a refused form, or an error page, as an error of its own.</summary>
    static bool IsRefusal(string text) => text.StartsWith("Failed to load resource: the server responded with a status of ", StringComparison.Ordinal);
}
