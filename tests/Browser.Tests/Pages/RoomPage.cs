using System.Diagnostics;
using System.Text.Json;

using Microsoft.Playwright;

using Percurso.Testing;
using Percurso.Tests.Browser.Browsers;

namespace Percurso.Tests.Browser.Pages;

/// <summary>What came from the other side so far.</summary>
/// <param name="Frames">Pictures decoded.</param>
/// <param name="Sound">Energy of what was heard.</param>
/// <param name="Way">The kind of the way it came by: <c>relay</c>.</param>
sealed record Came(int Frames, double Sound, string Way);

/// <summary>The room of a meeting in one browser.</summary>
sealed class RoomPage(Tab tab)
{
    /// <summary>Keeps hold of the connections that the page makes, for their figures.</summary>
    const string Watch = "const Real = RTCPeerConnection; window.made = []; window.RTCPeerConnection = class extends Real { constructor(...how) { super(...how); made.push(this); } };";

    const string Count =
        """
        async () => {
            const all = { frames: 0, sound: 0, way: "" };
            for (const connection of made.filter(one => one.connectionState !== "closed")) {
                const report = await connection.getStats();
                for (const one of report.values()) {
                    if (one.type === "inbound-rtp" && one.kind === "video") all.frames += one.framesDecoded;
                    if (one.type === "inbound-rtp" && one.kind === "audio") all.sound += one.totalAudioEnergy;
                    if (one.type === "candidate-pair" && one.nominated && one.state === "succeeded") all.way = report.get(one.localCandidateId).candidateType;
                }
            }
            return JSON.stringify(all);
        }
        """;

    public IPage Page => tab.Page;

    public ILocator Said => Page.Locator("[data-room-said]");

    public ILocator Knock => Page.Locator("[data-let-in]");

    public ILocator Lines => Page.Locator("[data-lines]");

    public static async Task<RoomPage> OpenAsync(Tab tab, Person person, string patient)
    {
        await tab.Page.AddInitScriptAsync(Watch);
        await (await SignInPage.OpenAsync(tab, person == Person.Planner ? $"/admin/casos?q={patient}" : $"/inicio?q={patient}")).EnterAsync(person);
        var link = await tab.Page.Locator("main table a[href^='/casos/']").First.GetAttributeAsync("href");
        await tab.Page.GotoAsync($"{link}/passos/meeting/videoconferencia");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Entrar na sala" }).ClickAsync();
        await tab.Page.Locator("case-viewer[ready]").WaitForAsync();
        await tab.Page.Locator("[data-devices-said]", new() { HasText = "É assim que os outros veem você." }).WaitForAsync();
        return new(tab);
    }

    public Task PressAsync(string act) => Page.Locator($"[data-act={act}]").ClickAsync();

    public async Task<Came> CameAsync() => JsonSerializer.Deserialize<Came>(await Page.EvaluateAsync<string>(Count), JsonSerializerOptions.Web)!;

    /// <summary>Pictures and sound go on coming.</summary>
    public async Task SeesAndHearsAsync(TimeSpan within)
    {
        var before = await CameAsync();
        var passed = Stopwatch.StartNew();
        while (await CameAsync() is var now && (now.Frames < before.Frames + 5 || now.Sound <= before.Sound))
        {
            Assert.True(passed.Elapsed < within, $"{tab.Page.Url}: {before}, and after {within.TotalSeconds} s {now}.");
            await Task.Delay(200);
        }
    }

    /// <summary>Where the camera is, what is hidden.</summary>
    public async Task<(double[] Camera, int Hidden)> ViewAsync() =>
        (await Page.EvaluateAsync<double[]>("() => { const { eye } = document.querySelector('case-viewer').view; return [...eye.from, ...eye.to, eye.zoom]; }"),
            await Page.EvaluateAsync<int>("() => document.querySelector('case-viewer').view.hidden.length"));
}
