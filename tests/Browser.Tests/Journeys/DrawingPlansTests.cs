using System.Text.Json;

using Microsoft.Playwright;

using Percurso.Testing;
using Percurso.Tests.Browser.Browsers;
using Percurso.Tests.Browser.Pages;

namespace Percurso.Tests.Browser.Journeys;

/// <summary>What the viewer draws, against pictures that somebody has looked at; how it is turned by fingers.</summary>
public sealed class DrawingPlansTests(ListeningSite site) : IClassFixture<ListeningSite>
{
    static readonly string[] views = ["front", "right", "below"];

    [Fact]
    public async Task Real_jaws_are_drawn_as_when_they_were_looked_at_and_fingers_turn_and_zoom_them_on_a_phone()
    {
        await using var planner = await Tab.OpenAsync(site);
        var plan = await PlanAsync(planner, 2, JawOf("upper"), JawOf("lower"));
        await planner.Page.GotoAsync(plan);
        await planner.Page.Locator("case-viewer[ready]").WaitForAsync();
        foreach (var view in views)
        {
            await planner.Page.Locator($"[data-view-name={view}]").ClickAsync();
            await Picture.DemandAsync(planner.Page.Locator(".viewer-stage").First, $"jaws-{view}");
        }

        await using var phone = await (await Chromium.BrowserAsync()).NewContextAsync(new()
        {
            BaseURL = site.Address.ToString(),
            Locale = "pt-BR",
            ViewportSize = new() { Width = Screen.Phone, Height = 844 },
            HasTouch = true,
            IsMobile = true,
            StorageState = await planner.Page.Context.StorageStateAsync(),
        });
        var page = await phone.NewPageAsync();
        await page.GotoAsync(plan);
        await page.Locator("case-viewer[ready]").WaitForAsync(new() { Timeout = 60_000 });
        var stage = page.Locator(".viewer-stage").First;
        await stage.ScrollIntoViewIfNeededAsync();
        await Picture.DemandAsync(stage, "jaws-phone");

        var box = (await stage.BoundingBoxAsync())!;
        var (x, y) = (box.X + box.Width / 2, box.Y + box.Height / 2);
        var before = await EyeAsync(page);
        await TouchAsync(page, step => [(x + 12 * step, y)]);
        var turned = await EyeAsync(page);
        Assert.True(Apart(before.From, turned.From) > 5, "One finger turns the model.");
        Assert.Equal(Apart(before.From, before.To) / before.Zoom, Apart(turned.From, turned.To) / turned.Zoom, 0.5);
        await TouchAsync(page, step => [(x - 20 - 8 * step, y), (x + 20 + 8 * step, y)]);
        var near = await EyeAsync(page);
        Assert.True(Apart(near.From, near.To) / near.Zoom < 0.8 * Apart(turned.From, turned.To) / turned.Zoom, "Two fingers come nearer.");
    }

    /// <summary>A version of the demonstration's case that is being planned, with these meshes alone; its page.</summary>
    static async Task<string> PlanAsync(Tab planner, int count, params string[] meshes)
    {
        await (await SignInPage.OpenAsync(planner, "/admin/casos?q=marlene")).EnterAsync(Person.Planner);
        var page = planner.Page;
        var plan = $"{await page.Locator("main table a[href^='/casos/']").First.GetAttributeAsync("href")}/passos/preview/revisao";
        await page.GotoAsync($"{plan}/preparar");
        var remove = page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Remover a camada") });
        for (var left = await remove.CountAsync() - 1; left >= 0; left--)
        {
            await remove.First.ClickAsync();
            await Assertions.Expect(remove).ToHaveCountAsync(left);
        }

        await page.GotoAsync($"{plan}/preparar");
        await page.Locator("file-slot").First.Locator("input[type=file]").SetInputFilesAsync(meshes);
        await Assertions.Expect(page.GetByText("triângulos ·")).ToHaveCountAsync(count, new() { Timeout = 180_000 });
        return plan;
    }

    static string JawOf(string jaw) => Repository.At("tests", "Samples", "jaws", $"artisynth-{jaw}teeth.obj");

    static async Task TouchAsync(IPage page, Func<int, (double X, double Y)[]> fingers)
    {
        var line = await page.Context.NewCDPSessionAsync(page);
        for (var step = 0; step <= 8; step++)
            await line.SendAsync("Input.dispatchTouchEvent", new()
            {
                ["type"] = step == 0 ? "touchStart" : "touchMove",
                ["touchPoints"] = fingers(step).Select((finger, number) => new { x = finger.X, y = finger.Y, id = number }).ToArray(),
            });
        await line.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });
        await page.WaitForTimeoutAsync(300);
    }

    sealed record Eye(double[] From, double[] To, double Zoom);

    static async Task<Eye> EyeAsync(IPage page) =>
        JsonSerializer.Deserialize<Eye>(await page.EvaluateAsync<string>("() => JSON.stringify(document.querySelector('case-viewer').view.eye)"), JsonSerializerOptions.Web)!;

    static double Apart(double[] one, double[] other) => Math.Sqrt(one.Zip(other).Sum(pair => (pair.First - pair.Second) * (pair.First - pair.Second)));
}
