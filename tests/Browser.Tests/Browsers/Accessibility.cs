using System.Text.Json;

using Deque.AxeCore.Commons;

using Microsoft.Playwright;

namespace Percurso.Tests.Browser.Browsers;

/// <summary>axe on a page as it stands: WCAG 2.2, A and AA, every rule.</summary>
static class Accessibility
{
    /// <summary>Deque's own caller opens a tab for each run; this one stays on the page and takes a tenth of the time.</summary>
    static readonly string axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// target-size belongs to WCAG 2.2 AA, and axe leaves it off by itself. Frames are sandboxed letters, in which no script
    /// runs: a journey shows what they hold as a screen of its own.
    /// </summary>
    const string Run =
        """
        async () => {
            const { violations } = await axe.run(document, {
                runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'] },
                rules: { 'target-size': { enabled: true } },
                resultTypes: ['violations'],
                iframes: false,
            });
            return JSON.stringify(violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary, html }) =>
                `${id} at ${target}: ${help}: ${failureSummary.split('\n').slice(1).join(' ')}: ${html}`)));
        }
        """;

    /// <summary>
    /// Each screen in both widths and in both looks: by day on the laptop and by night on the phone, or the other way about, as its name has it, so that what
    /// all screens share is seen in all four. The long run sees all four of each screen in Portuguese.
    /// </summary>
    static (int Width, ColorScheme Look)[] Looks(string language, string screen)
    {
        var (laptop, phone) = screen.Sum(letter => letter) % 2 == 0 ? (ColorScheme.Light, ColorScheme.Dark) : (ColorScheme.Dark, ColorScheme.Light);
        return WholeRun.IsLong && language == "pt-BR"
            ? [(Screen.Laptop, laptop), (Screen.Laptop, phone), (Screen.Phone, phone), (Screen.Phone, laptop)]
            : [(Screen.Laptop, laptop), (Screen.Phone, phone)];
    }

    /// <summary>Fails with rule, screen and element of every violation.</summary>
    public static async Task DemandAsync(Tab tab, string screen)
    {
        var found = new List<string>();
        foreach (var (width, look) in Looks(tab.Language, screen))
        {
            await Screen.LookAsync(tab, width, look);
            found.AddRange((await ViolationsAsync(tab.Page)).Select(violation => $"{screen}, {width} px, {look}, {tab.Language}: {violation}"));
        }

        await Screen.LookAsync(tab, Screen.Laptop, ColorScheme.Light);
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(axe);
        return JsonSerializer.Deserialize<string[]>(await page.EvaluateAsync<string>(Run))!;
    }
}
