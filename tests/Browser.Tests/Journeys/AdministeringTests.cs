using Microsoft.Playwright;

using Percurso.Testing;
using Percurso.Tests.Browser.Browsers;
using Percurso.Tests.Browser.Pages;

namespace Percurso.Tests.Browser.Journeys;

public sealed class AdministeringTests(ListeningSite site) : IClassFixture<ListeningSite>
{
    [Theory]
    [InlineData("pt-BR", "Fazer agora: ForgetOldLetters", "Conferir se está tudo inteiro", "nada foi mudado")]
    [InlineData("en", "Do it now: ForgetOldLetters", "Check that all of it is whole", "nothing was changed")]
    public async Task An_administrator_acts_reads_the_log_of_acts_and_checks_it(string language, string run, string check, string whole)
    {
        await using var tab = await Tab.OpenAsync(site, language);
        await (await SignInPage.OpenAsync(tab, "/admin/tarefas")).EnterAsync(Person.Administrator);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = run }).ClickAsync();
        await tab.Page.WaitForURLAsync("**/admin/tarefas");

        await tab.Page.GotoAsync("/admin/auditoria");
        await tab.Page.GetByText("ForgetOldLetters").First.WaitForAsync();
        await tab.ShowAsync("audit");

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = check }).ClickAsync();
        await tab.Page.GetByText(whole).WaitForAsync();
        await tab.ShowAsync("audit-checked");

        await tab.Page.GotoAsync("/admin/auditoria?q=ninguém");
        await tab.ShowAsync("audit-without-result");
    }

    [Fact]
    public async Task A_CEP_fills_city_and_state_leaves_the_focus_and_what_was_typed_and_says_so()
    {
        await using var tab = await Tab.OpenAsync(site);
        await (await SignInPage.OpenAsync(tab, "/admin/componentes")).EnterAsync(Person.Administrator);
        var (cep, city, state) = (tab.Page.GetByLabel("CEP"), tab.Page.GetByLabel("Cidade", new() { Exact = true }), tab.Page.GetByLabel("UF", new() { Exact = true }));

        await cep.PressSequentiallyAsync("01310-100");
        await tab.Page.GetByText("Preenchemos pelo CEP: São Paulo, SP.").WaitForAsync();
        Assert.Equal(("São Paulo", "SP"), (await city.InputValueAsync(), await state.InputValueAsync()));
        Assert.Equal(await cep.GetAttributeAsync("id"), await tab.Page.EvaluateAsync<string>("document.activeElement.id"));
        await tab.ShowAsync("cep-filled");

        await cep.FillAsync("20040-002");
        await tab.Page.GetByText("Preenchemos pelo CEP: Rio de Janeiro, RJ.").WaitForAsync();

        await city.FillAsync("Paquetá");
        await cep.FillAsync("30110-000");
        await tab.Page.GetByText("Preenchemos pelo CEP: MG.").WaitForAsync();
        Assert.Equal("Paquetá", await city.InputValueAsync());

        await cep.FillAsync("78950-000");
        await tab.Page.GetByText("Não conhecemos este CEP.").WaitForAsync();
    }
}
