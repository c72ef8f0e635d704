using Microsoft.Playwright;

using Percurso.Tests.Browser.Browsers;

namespace Percurso.Tests.Browser.Pages;

/// <summary>The items of a case, as the dentist sends them and the company takes them in.</summary>
sealed class IntakePage(Tab tab, string path = "")
{
    /// <summary>For what passes through the checks.</summary>
    const float Patience = 60_000;

    public string Path { get; private set; } = path;

    IPage Page => tab.Page;

    public ILocator Item(string slot) => Page.Locator($"#item-{slot}");

    /// <param name="casePath">Of a case whose turn it is to send files.</param>
    public async Task<IntakePage> OpenAsync(string casePath)
    {
        await Page.GotoAsync(casePath);
        await Page.Locator(".turn-do a").First.ClickAsync();
        await Page.Locator("file-slot").First.WaitForAsync();
        Path = new Uri(Page.Url).AbsolutePath;
        return this;
    }

    public async Task OpenAsync() => await Page.GotoAsync(Path);

    /// <returns>The bytes that go.</returns>
    public async Task<byte[]> SendAsync(string slot, string file)
    {
        await Item(slot).Locator(".slot-drop input[type=file]:not([webkitdirectory]):not([capture])").SetInputFilesAsync(file);
        return await File.ReadAllBytesAsync(file);
    }

    public Task BecomesAsync(string slot, string words) => Assertions.Expect(Item(slot)).ToContainTextAsync(words, new() { Timeout = Patience });

    public async Task TakeRiskAsync(string slot) => await Item(slot).GetByRole(AriaRole.Button, new() { Name = "Usar assim mesmo" }).ClickAsync();

    /// <returns>The address that a radiology centre or laboratory is sent.</returns>
    public async Task<string> LinkForAsync(string name, string item)
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = "Link para a radiologia" }).ClickAsync();
        await Page.GetByLabel("Para quem").FillAsync(name);
        await Page.GetByRole(AriaRole.Checkbox, new() { Name = item, Exact = true }).CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Criar o link" }).ClickAsync();
        return await Page.Locator("main code").InnerTextAsync();
    }

    /// <returns>The address in the code that the phone reads.</returns>
    public async Task<string> PhoneAddressAsync(string slot)
    {
        await OpenAsync();
        await Item(slot).GetByRole(AriaRole.Link, new() { Name = "Pelo celular" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Criar o código" }).ClickAsync();
        return await Page.Locator("main code").InnerTextAsync();
    }

    public async Task WaiveAsync(string slot, string reason)
    {
        await Page.GotoAsync($"{Path}/{slot}");
        await Page.GetByLabel("Por que este caso não precisa").FillAsync(reason);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Marcar como não necessário" }).ClickAsync();
        await Item(slot).GetByText(reason).WaitForAsync();
    }

    public async Task ReturnAsync(string slot, string reason)
    {
        await Item(slot).GetByRole(AriaRole.Link, new() { Name = "Devolver ou retirar" }).ClickAsync();
        await Page.GetByLabel("O que falta ou está errado").FillAsync(reason);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Devolver o item" }).ClickAsync();
        await Item(slot).GetByText(reason).WaitForAsync();
    }

    public async Task AcceptAllAsync()
    {
        await OpenAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Aceitar os" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Aceitar" })).ToHaveCountAsync(0);
    }
}
