using System.Text.Json;

using Microsoft.Playwright;

using Percurso.Files.Checks;
using Percurso.Testing;
using Percurso.Testing.Samples;
using Percurso.Tests.Browser.Browsers;

using QRCoder;

namespace Percurso.Tests.Browser.Straightening;

/// <summary>
/// A photographed sheet becomes a page. The photograph is drawn (<c>scene.js</c>), so that it is known where its corners are; what is done with it is the
/// product's own script, as the phone loads it.
/// </summary>
public sealed class StraighteningTests : IAsyncLifetime
{
    const string Words = "https://example.com/e/2026-0042/ficha?t=3f9a0c";

    static readonly string? pictures = Environment.GetEnvironmentVariable("PERCURSO_SCREENSHOTS");

    static readonly bool isShown = pictures is not null;

    IPage? page;

    public async ValueTask InitializeAsync()
    {
        page = await (await Chromium.BrowserAsync()).NewPageAsync();
        await page.AddScriptTagAsync(new() { Path = Repository.At("node_modules", "jsqr", "dist", "jsQR.js") });
        foreach (var (name, path) in new[] { ("straighten", Repository.At("src", "Modules", "Files", "wwwroot", "straighten.js")), ("scene", Repository.At("tests", "Browser.Tests", "Straightening", "scene.js")) })
            await page.EvaluateAsync("async ([name, text]) => { window[name] = await import(URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))) }", new[] { name, await File.ReadAllTextAsync(path) });
    }

    public async ValueTask DisposeAsync() => await page!.CloseAsync();

    [Theory]
    [InlineData("leaning away, in a shadow", 32, 12, 6, 0.8)]
    [InlineData("leaning towards, turned", -28, -18, -11, 0.6)]
    [InlineData("nearly flat, in even light", 3, -2, 2, 0.1)]
    public async Task A_leaning_sheet_in_uneven_light_becomes_a_page_that_can_be_read(string scene, double lean, double turn, double roll, double shadow)
    {
        var seen = await LookAsync(scene, new { lean, turn, roll, shadow, blur = 0.8, qr = Qr(), isShown });

        Assert.InRange(seen.GetProperty("off").GetDouble(), 0, 0.02);
        Assert.InRange(seen.GetProperty("aspect").GetDouble(), Math.Sqrt(2) * 0.98, Math.Sqrt(2) * 1.02);
        Assert.Equal("[1654,2339]", seen.GetProperty("size").GetRawText());
        Assert.Equal(Words, seen.GetProperty("qr").GetString());
        Assert.True(seen.GetProperty("legibility").GetProperty("isLegible").GetBoolean(), seen.GetProperty("legibility").GetRawText());
    }

    [Fact]
    public async Task A_page_out_of_focus_is_called_so()
    {
        var seen = await LookAsync("out of focus", new { lean = 20, turn = 8, roll = 3, shadow = 0.4, blur = 7, qr = Qr(), isShown });

        Assert.InRange(seen.GetProperty("off").GetDouble(), 0, 0.02);
        Assert.False(seen.GetProperty("legibility").GetProperty("isLegible").GetBoolean(), seen.GetProperty("legibility").GetRawText());
    }

    [Fact]
    public async Task Pages_become_one_PDF_that_the_checks_take()
    {
        var pdf = Convert.FromBase64String(await page!.EvaluateAsync<string>("async () => await window.scene.pdf(window.straighten, 3)"));
        var verdict = FileChecks.Judge(new[] { Sent.Bytes("ficha.pdf", pdf) }.To(FileSort.Document));

        Assert.Equal(Level.Fine, verdict.Level);
        Assert.Equal(3, verdict.Facts.Single().Numbers.Single());
    }

    async Task<JsonElement> LookAsync(string name, object scene)
    {
        var seen = await page!.EvaluateAsync<JsonElement>("async scene => await window.scene.look(window.straighten, window.jsQR, scene)", scene);
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: corners off by {seen.GetProperty("off")}, aspect {seen.GetProperty("aspect")}, {seen.GetProperty("legibility")}");
        if (pictures is { } folder)
            foreach (var side in new[] { "before", "after" })
                if (seen.GetProperty(side).GetString() is { } url)
                    await File.WriteAllBytesAsync(Path.Combine(Directory.CreateDirectory(folder).FullName, $"sheet-{name}-{side}.jpg"), Convert.FromBase64String(url[(url.IndexOf(',') + 1)..]));
        return seen;
    }

    static string[] Qr()
    {
        using var code = QRCodeGenerator.GenerateQrCode(Words, QRCodeGenerator.ECCLevel.M);
        return [.. code.ModuleMatrix.Select(row => string.Concat(row.Cast<bool>().Select(dark => dark ? '1' : '0')))];
    }
}
