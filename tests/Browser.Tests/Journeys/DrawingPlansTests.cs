using System.Text.Json;

using Microsoft.Playwright;

using Percurso.Testing;
using Percurso.Testing.Samples;
using Percurso.Tests.Browser.Browsers;
using Percurso.Tests.Browser.Pages;

namespace Percurso.Tests.Browser.Journeys;

/// <summary>What the viewer draws, against pictures that somebody has looked at; how it is turned by fingers.</summary>
public sealed class DrawingPlansTests(ListeningSite site) : IClassFixture<ListeningSite>
{
    /// <summary>What lies to the right, to the left, at the top and at the bottom of each, by the patient's own sides.</summary>
    static readonly Dictionary<string, string> sides = new() { ["front"] = "EDSI", ["right"] = "APSI", ["below"] = "EDAP" };

    [Fact]
    public async Task Real_jaws_are_drawn_as_when_they_were_looked_at_and_fingers_turn_and_zoom_them_on_a_phone()
    {
        await using var planner = await Tab.OpenAsync(site);
        var plan = await PlanAsync(planner, JawOf("upper"), JawOf("lower"));
        await LieAsync(planner, "−x", "+z");
        await planner.Page.GotoAsync(plan);
        await planner.Page.Locator("case-viewer[ready]").WaitForAsync();
        foreach (var (view, letters) in sides)
        {
            await planner.Page.Locator($"[data-view-name={view}]").ClickAsync();
            await Assertions.Expect(planner.Page.Locator(".viewer-stage").First.Locator(".viewer-edge")).ToHaveTextAsync(letters.Select(letter => letter.ToString()));
            await Picture.DemandAsync(planner.Page.Locator(".viewer-stage").First, $"jaws-{view}");
        }

        await using var phone = await PhoneAsync(planner, plan);
        var page = phone.Pages[0];
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

    [Fact]
    public async Task A_million_triangles_are_shown_whole_to_a_computer_and_coarse_to_a_phone_and_notes_outlive_the_wait()
    {
        await using var planner = await Tab.OpenAsync(site);
        using var folder = new TemporaryFolder();
        var mesh = Path.Combine(folder.Path, "arcada.stl");
        var scan = new ScanMesh(1_000_000);
        await File.WriteAllBytesAsync(mesh, scan.Stl());
        var plan = await EmptyAsync(planner);
        await planner.Page.Locator("file-slot").First.Locator("input[type=file]").SetInputFilesAsync(mesh);
        var notes = planner.Page.GetByLabel("O que mudou nesta versão");
        await notes.FillAsync("A arcada inteira.");
        await ReadyAsync(planner, 1);
        await Assertions.Expect(notes).ToHaveValueAsync("A arcada inteira.");
        await Assertions.Expect(notes).ToBeFocusedAsync();
        await LieAsync(planner, "+y", "+z");

        await planner.Page.GotoAsync(plan);
        await planner.Page.Locator("case-viewer[ready]").WaitForAsync(new() { Timeout = 120_000 });
        Assert.Equal(scan.Triangles, await planner.Page.EvaluateAsync<int>(Drawn));
        await Picture.DemandAsync(planner.Page.Locator(".viewer-stage").First, "million");

        await using var phone = await PhoneAsync(planner, plan);
        var page = phone.Pages[0];
        await Assertions.Expect(page.Locator("case-viewer")).ToContainTextAsync("Este aparelho mostra uma versão simplificada", new() { Timeout = 60_000 });
        Assert.InRange(await page.EvaluateAsync<int>(Drawn), 20_000, 30_000);
    }

    /// <summary>How many triangles of the first layer are on the graphics card.</summary>
    const string Drawn = "() => document.querySelector('case-viewer').layers[0].geometry.index.count / 3";

    /// <summary>The same person's phone, before the same page.</summary>
    async Task<IBrowserContext> PhoneAsync(Tab planner, string path)
    {
        var phone = await (await Chromium.BrowserAsync()).NewContextAsync(new()
        {
            BaseURL = site.Address.ToString(),
            Locale = "pt-BR",
            ViewportSize = new() { Width = Screen.Phone, Height = 844 },
            HasTouch = true,
            IsMobile = true,
            StorageState = await planner.Page.Context.StorageStateAsync(),
        });
        await (await phone.NewPageAsync()).GotoAsync(path);
        return phone;
    }

    /// <summary>A version of the demonstration's case that is being planned, with these meshes alone; its page.</summary>
    static async Task<string> PlanAsync(Tab planner, params string[] meshes)
    {
        var plan = await EmptyAsync(planner);
        await planner.Page.Locator("file-slot").First.Locator("input[type=file]").SetInputFilesAsync(meshes);
        await ReadyAsync(planner, meshes.Length);
        return plan;
    }

    /// <summary>Says where the patient's front is in the files, and the top of the head.</summary>
    static async Task LieAsync(Tab planner, string front, string up)
    {
        await planner.Page.GetByLabel("A frente do paciente fica em").SelectOptionAsync(new SelectOptionValue { Label = front });
        await planner.Page.GetByLabel("O alto da cabeça fica em").SelectOptionAsync(new SelectOptionValue { Label = up });
        await planner.Page.GetByRole(AriaRole.Button, new() { Name = "Salvar" }).ClickAsync();
        await Assertions.Expect(planner.Page.GetByText("A versão está salva.")).ToBeVisibleAsync();
    }

    static Task ReadyAsync(Tab planner, int layers) => Assertions.Expect(planner.Page.GetByText("triângulos ·")).ToHaveCountAsync(layers, new() { Timeout = 180_000 });

    /// <summary>A version of the demonstration's case that is being planned, without a layer, before its planner; its page.</summary>
    static async Task<string> EmptyAsync(Tab planner)
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
