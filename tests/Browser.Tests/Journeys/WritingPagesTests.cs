using Microsoft.Playwright;

using Percurso.Testing;
using Percurso.Tests.Browser.Browsers;
using Percurso.Tests.Browser.Pages;

namespace Percurso.Tests.Browser.Journeys;

/// <summary>Marketing makes a page, lets it come on the air by itself, moves it, brings back what it said, and meets a colleague on it.</summary>
public sealed class WritingPagesTests(ListeningSite site) : IClassFixture<ListeningSite>
{
    [Theory]
    [InlineData("mouse")]
    [InlineData("keyboard")]
    public async Task Marketing_takes_a_page_from_nothing_to_its_second_version(string hand)
    {
        await using var tab = await Tab.OpenAsync(site, hand: hand);
        await (await SignInPage.OpenAsync(tab, "/admin/paginas")).EnterAsync(Person.Marketing);
        if (hand == "mouse") await tab.ShowAsync("pages");
        var address = $"/curso-por-{hand}";

        await WriteAsync(tab, hand);
        await using var colleague = await Tab.OpenAsync(site);
        await (await SignInPage.OpenAsync(colleague, "/admin/tarefas")).EnterAsync(Person.Administrator);
        await ScheduleAsync(tab, colleague, address);
        await MoveAsync(tab, address, $"/formacao-por-{hand}");
        await RestoreAsync(tab, hand, $"/formacao-por-{hand}");
        await CollideAsync(tab, colleague, hand);
    }

    static async Task WriteAsync(Tab tab, string hand)
    {
        await tab.Hand.PressAsync(tab.Page.Locator("main a[href='/admin/paginas/nova']"));
        await tab.Hand.WriteAsync(tab.Page.Locator("[name='Input.Title']"), $"Curso por {hand}");
        await tab.Hand.PressAsync(tab.Page.Locator("main form button"));
        await tab.Page.Locator("page-editor").WaitForAsync();

        var editor = new PageEditor(tab);
        await editor.AddAsync("hero");
        await editor.WriteAsync("hero", "heading", "Aprenda a planejar");
        await editor.AddAsync("text");
        await editor.WriteTextAsync("Dois dias de prática, com casos seus.");
        await editor.AddAsync("quotation");
        await editor.WriteAsync("quotation", "text", "Saí planejando.");
        await editor.AddAsync("steps");
        await editor.WriteAsync("steps", "heading", "O que se aprende");
        await editor.AddAsync("call");
        await editor.WriteAsync("call", "heading", "Inscreva-se");
        await editor.AddAsync("picture");
        await editor.ChoosePictureAsync("picture", "Desenhos");
        await editor.IsSavedAsync();
        await Assertions.Expect(editor.Preview).ToContainTextAsync("Inscreva-se");
        await Assertions.Expect(editor.Preview.Locator("img[alt]")).ToHaveCountAsync(1);
        await Assertions.Expect(editor.Preview).ToContainTextAsync("Dois dias de prática");

        await editor.PressAsync("Largura de celular");
        await Assertions.Expect(tab.Page.Locator("button[data-width=phone]")).ToHaveAttributeAsync("aria-pressed", "true");
        await Eventually.IsSoAsync("the preview as wide as a phone", async () =>
            await tab.Page.Locator(".editor-stage iframe").EvaluateAsync<int>("frame => frame.contentWindow.innerWidth") == 390);
        if (hand == "mouse") await tab.ShowAsync("page-editor");

        if (hand == "mouse") await DragAsync(tab, "call", "quotation");
        else await tab.Hand.PressAsync(tab.Page.Locator(".editor-block:has(input[value=call]) [data-move='-1']"));
        var kinds = await editor.KindsAsync();
        Assert.True(Array.IndexOf(kinds, "call") < Array.IndexOf(kinds, "steps"), string.Join(' ', kinds));
        await editor.IsSavedAsync();
    }

    static async Task DragAsync(Tab tab, string kind, string before)
    {
        var grip = tab.Page.Locator($".editor-block:has(input[value={kind}]) [data-grip]");
        await grip.ScrollIntoViewIfNeededAsync();
        await grip.HoverAsync();
        await tab.Page.Mouse.DownAsync();
        for (var step = 0; step < 60 && Array.IndexOf(await new PageEditor(tab).KindsAsync(), kind) > Array.IndexOf(await new PageEditor(tab).KindsAsync(), before); step++)
        {
            var box = (await tab.Page.Locator($".editor-block:has(input[value={before}])").BoundingBoxAsync())!;
            await tab.Page.Mouse.MoveAsync(box.X + 40, box.Y + 4 - step);
        }

        await tab.Page.Mouse.UpAsync();
    }

    async Task ScheduleAsync(Tab tab, Tab colleague, string address)
    {
        var soon = TimeZoneInfo.ConvertTimeFromUtc(site.Clock.GetUtcNow().UtcDateTime.AddHours(2), TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo"));
        await tab.Hand.PickAsync(tab.Page.Locator("[name='PublishAt.At']"), new DateTime(soon.Year, soon.Month, soon.Day, soon.Hour, 0, 0, DateTimeKind.Unspecified));
        await new PageEditor(tab).PressAsync("Marcar a publicação");
        await Assertions.Expect(tab.Page.Locator(".notice-ok")).ToContainTextAsync("A página será publicada na hora marcada.");
        Assert.Equal(404, (await tab.Page.Context.APIRequest.GetAsync(Here(address))).Status);

        site.Clock.Pass(TimeSpan.FromHours(2));
        await Eventually.IsSoAsync("the page on the air", async () =>
        {
            await colleague.Page.GotoAsync("/admin/tarefas");
            await colleague.Page.Locator("form:has(input[value=PublishWhatIsDue]) button").ClickAsync();
            return (await tab.Page.Context.APIRequest.GetAsync(Here(address))).Status == 200;
        }, TimeSpan.FromSeconds(40));
    }

    static async Task MoveAsync(Tab tab, string from, string to)
    {
        var editor = tab.Page.Url;
        await tab.Hand.PressAsync(tab.Page.Locator("main a[href$='/endereco']"));
        await tab.Hand.WriteAsync(tab.Page.Locator("[name='Input.Address']"), to);
        await tab.Hand.PressAsync(tab.Page.Locator("main form button"));
        await tab.Page.Locator(".notice-ok").WaitForAsync();

        await tab.Page.GotoAsync(from);
        Assert.EndsWith(to, tab.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(tab.Page.Locator("h1")).ToHaveTextAsync("Aprenda a planejar");
        if (tab.Hand.GetType().Name == "Mouse") await tab.ShowAsync("page-on-the-air");
        await tab.Page.GotoAsync(editor);
    }

    async Task RestoreAsync(Tab tab, string hand, string address)
    {
        var editor = new PageEditor(tab);
        await tab.Page.Locator(".ProseMirror").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await tab.Page.EvaluateAsync("document.querySelectorAll('.editor-fields').forEach(one => one.open = true)");
        await editor.WriteAsync("hero", "heading", "Planeje você");
        await editor.PressAsync("Publicar");
        await Assertions.Expect(tab.Page.Locator(".notice-ok")).ToContainTextAsync("A página está no ar.");
        Assert.Contains("Planeje você", await (await tab.Page.Context.APIRequest.GetAsync(Here(address))).TextAsync(), StringComparison.Ordinal);

        await tab.Hand.PressAsync(tab.Page.Locator("main a[href$='/versoes']"));
        if (hand == "mouse") await tab.ShowAsync("page-versions");
        await tab.Hand.PressAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Versão 1" }));
        await Assertions.Expect(tab.Page.Locator(".compare del")).ToContainTextAsync("Aprenda a planejar");
        await Assertions.Expect(tab.Page.Locator(".compare ins")).ToContainTextAsync("Planeje você");
        if (hand == "mouse") await tab.ShowAsync("page-compared");
        await editor.PressAsync("Trazer para o rascunho");
        await tab.Page.Locator("page-editor").WaitForAsync();
        await Assertions.Expect(editor.Preview).ToContainTextAsync("Aprenda a planejar");
    }

    static async Task CollideAsync(Tab tab, Tab other, string hand)
    {
        await other.Page.GotoAsync(tab.Page.Url);
        var (hers, his) = (new PageEditor(other), new PageEditor(tab));
        await Assertions.Expect(hers.Others).ToContainTextAsync("Davi Nogueira também está com esta página aberta.");

        await other.Page.Locator("[name=title]").FillAsync("Como Marina a chama");
        await hers.IsSavedAsync();
        await tab.Hand.WriteAsync(tab.Page.Locator("[name=title]"), "Como Davi a chama");
        await Assertions.Expect(his.Collided).ToContainTextAsync("Marina Prado salvou esta página enquanto você escrevia.");
        if (hand == "mouse") await tab.ShowAsync("page-collided");

        await tab.Hand.PressAsync(his.Collided.Locator("a"));
        await tab.Hand.PressAsync(tab.Page.Locator("main tbody a").First);
        await Assertions.Expect(tab.Page.Locator(".compare del").First).ToContainTextAsync("Como Davi a chama");
        await Assertions.Expect(tab.Page.Locator(".compare ins").First).ToContainTextAsync("Como Marina a chama");
    }

    string Here(string path) => new Uri(site.Address, path).AbsoluteUri;
}
