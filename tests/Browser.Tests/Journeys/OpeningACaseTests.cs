using Microsoft.Playwright;

using Percurso.Testing;
using Percurso.Tests.Browser.Browsers;
using Percurso.Tests.Browser.Pages;

namespace Percurso.Tests.Browser.Journeys;

public sealed class OpeningACaseTests(ListeningSite site) : IClassFixture<ListeningSite>
{
    [Fact]
    public async Task A_dentist_opens_a_case_by_keyboard_the_company_holds_it_and_the_dentist_answers()
    {
        await using var dentist = await Tab.OpenAsync(site, hand: "keyboard");
        await (await SignInPage.OpenAsync(dentist, "/inicio")).EnterAsync(Person.Dentist);
        await dentist.ShowAsync("home");

        await dentist.Hand.PressAsync(dentist.Page.GetByRole(AriaRole.Link, new() { Name = "Adicionar novo paciente" }));
        await dentist.Hand.WriteAsync(dentist.Page.GetByLabel("Nome do paciente"), "Dalva Moreira");
        await TickAsync(dentist, "18, terceiro molar superior direito");
        await dentist.Page.Keyboard.PressAsync("ArrowRight");
        await dentist.Page.Keyboard.PressAsync("Space");
        await dentist.Page.Keyboard.PressAsync("ArrowDown");
        await dentist.Page.Keyboard.PressAsync("ArrowDown");
        await dentist.Page.Keyboard.PressAsync("ArrowDown");
        await dentist.Page.Keyboard.PressAsync("Space");
        Assert.Equal(["17", "18", "45"], await dentist.Page.Locator(".implant-row").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.tooth)"));
        await dentist.Page.GetByText("Rascunho guardado.").WaitForAsync();
        await dentist.ShowAsync("new-case");

        await dentist.Page.GotoAsync("/casos/novo");
        Assert.Equal("Dalva Moreira", await dentist.Page.GetByLabel("Nome do paciente").InputValueAsync());
        await dentist.Hand.PressAsync(dentist.Page.GetByRole(AriaRole.Button, new() { Name = "Abrir o caso" }));
        await dentist.Page.GetByRole(AriaRole.Heading, new() { Name = "Dalva Moreira" }).WaitForAsync();
        Assert.Equal(7, await dentist.Page.Locator(".stations li").CountAsync());
        await dentist.ShowAsync("case");
        var path = new Uri(dentist.Page.Url).AbsolutePath;

        await using var planner = await Tab.OpenAsync(site);
        await (await SignInPage.OpenAsync(planner, "/admin/casos")).EnterAsync(Person.Planner);
        await planner.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Dalva Moreira" }).GetByRole(AriaRole.Link).ClickAsync();
        await planner.Page.GotoAsync($"{path}/espera");
        await planner.Page.GetByLabel("Pôr em espera: o que o dentista precisa fazer").FillAsync("A tomografia corta o mento. Peça outra, por favor.");
        await planner.Page.GetByRole(AriaRole.Button, new() { Name = "Pôr em espera" }).ClickAsync();
        await planner.Page.GetByText("O caso está em espera.").First.WaitForAsync();
        await planner.Page.GotoAsync("/admin/casos");
        await planner.ShowAsync("board");

        await dentist.Page.GotoAsync("/inicio");
        await dentist.Hand.PressAsync(dentist.Page.Locator(".awaiting").GetByRole(AriaRole.Link, new() { Name = "Dalva Moreira" }));
        await dentist.Page.GetByText("A tomografia corta o mento.").WaitForAsync();
        await dentist.ShowAsync("case-held");
        await dentist.Hand.PressAsync(dentist.Page.GetByRole(AriaRole.Link, new() { Name = "Responder" }));
        await dentist.Hand.WriteAsync(dentist.Page.GetByLabel("Sua resposta"), "Pedi outra; chega amanhã.");
        await dentist.Hand.PressAsync(dentist.Page.GetByRole(AriaRole.Button, new() { Name = "Responder e devolver a vez" }));
        await dentist.Page.GetByText("Agora é a nossa vez.").WaitForAsync();
    }

    static async Task TickAsync(Tab tab, string tooth) => await tab.Hand.PressAsync(tab.Page.GetByRole(AriaRole.Checkbox, new() { Name = tooth, Exact = true }));
}
