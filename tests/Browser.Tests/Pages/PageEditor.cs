using Microsoft.Playwright;

using Percurso.Tests.Browser.Browsers;

namespace Percurso.Tests.Browser.Pages;

/// <summary>The editor of one page of the site.</summary>
sealed class PageEditor(Tab tab)
{
    IPage Page => tab.Page;

    public ILocator Blocks => Page.Locator(".editor-block");

    public ILocator Preview => Page.FrameLocator(".editor-stage iframe").Locator("main");

    public ILocator Collided => Page.Locator("#editor-collided");

    public ILocator Others => Page.Locator("#editor-others");

    public async Task<string[]> KindsAsync() => [.. await Page.Locator("#editor input[name$='.kind']").EvaluateAllAsync<string[]>("all => all.map(one => one.value)")];

    public async Task AddAsync(string kind)
    {
        var before = await Blocks.CountAsync();
        await tab.Hand.PressAsync(Page.Locator("#editor-add > summary"));
        await tab.Hand.PressAsync(Page.Locator($"button[value='add:{kind}']"));
        await Assertions.Expect(Blocks).ToHaveCountAsync(before + 1);
    }

    public Task WriteAsync(string kind, string field, string words) => tab.Hand.WriteAsync(Page.Locator($".editor-block:has(input[value={kind}]) [name$='.{field}']").First, words);

    public Task WriteTextAsync(string words) => tab.Hand.WriteAsync(Page.Locator(".ProseMirror").First, words);

    /// <summary>Opens the library from a block, goes into a folder and takes its first picture.</summary>
    public async Task ChoosePictureAsync(string kind, string folder)
    {
        var picker = Page.Locator($".editor-block:has(input[value={kind}]) media-picker");
        await tab.Hand.PressAsync(picker.Locator("[aria-haspopup=dialog]"));
        await tab.Hand.PressAsync(picker.GetByRole(AriaRole.Link, new() { Name = folder }));
        await tab.Hand.PressAsync(picker.Locator("[data-key]").First);
        await Assertions.Expect(picker.Locator("output")).Not.ToBeEmptyAsync();
    }

    public async Task IsSavedAsync()
    {
        await Assertions.Expect(Page.Locator("#editor-state")).ToHaveTextAsync("Rascunho salvo");
        await Assertions.Expect(Page.Locator("form#editor")).ToBeVisibleAsync();
    }

    public Task PressAsync(string words) => tab.Hand.PressAsync(Page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }));
}
