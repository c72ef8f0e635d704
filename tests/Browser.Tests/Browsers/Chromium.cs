using Microsoft.Playwright;

namespace Percurso.Tests.Browser.Browsers;

/// <summary>
/// The machine's own Chromium, named by <c>CHROMIUM</c>, one for the whole run. Playwright never fetches one.
/// </summary>
static class Chromium
{
    static readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> running = new(StartAsync);

    public static async Task<IBrowser> BrowserAsync() => (await running.Value).Browser;

    public static async Task StopAsync()
    {
        if (!running.IsValueCreated) return;

        var (playwright, browser) = await running.Value;
        await browser.CloseAsync();
        playwright.Dispose();
    }

    static async Task<(IPlaywright, IBrowser)> StartAsync()
    {
        Assertions.SetDefaultExpectTimeout(20_000);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium",
            Headless = true,
            Args = [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
                // A camera and a microphone that show and say something, and a person who lets pages use them.
                "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
                // Where a machine has no other network.
                "--allow-loopback-in-peer-connection"],
        });
        return (playwright, browser);
    }
}
