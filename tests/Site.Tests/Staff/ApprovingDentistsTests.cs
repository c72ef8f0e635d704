using System.Net;

using Percurso.Testing;
using Percurso.Testing.Http;
using Percurso.Tests.Accounts;

namespace Percurso.Tests.Staff;

public sealed class ApprovingDentistsTests(Site site) : IClassFixture<Site>
{
    const string Page = "/admin/pessoas/aprovacao";

    [Fact]
    public async Task A_new_dentist_waits_where_the_company_wants_it_and_is_let_in_at_the_next_click()
    {
        await SetAsync("true");
        var person = await Newcomer.OpenAsync(site, "espera@exemplo.com.br");
        var dentist = await site.SignedInAnewAsync(person);

        Assert.Equal("/conta/espera", (await dentist.GetAsync("/inicio")).LeadsTo);
        Assert.NotEqual(HttpStatusCode.OK, (await dentist.GetAsync("/consultorios/novo")).Status);
        Assert.Contains("Estamos conferindo", (await dentist.GetAsync("/conta/espera")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await dentist.GetAsync("/conta")).Status);

        await PressAsync(person, "LetIn");
        Assert.Equal(HttpStatusCode.OK, (await dentist.GetAsync("/inicio")).Status);
        Assert.Equal(HttpStatusCode.OK, (await dentist.GetAsync("/consultorios/novo")).Status);
        await Eventually.IsAsync("the letter", () => site.Mail.Letters.FirstOrDefault(letter => letter.To.Contains(person.Email) && letter.Subject == "Seu cadastro foi aprovado"));
        await SetAsync("false");
    }

    [Fact]
    public async Task Who_is_refused_gets_the_reason_and_is_out()
    {
        await SetAsync("true");
        var person = await Newcomer.OpenAsync(site, "recusa@exemplo.com.br");
        var dentist = await site.SignedInAnewAsync(person);

        Assert.Contains("Escreva o motivo", (await PressAsync(person, "Refuse")).Text, StringComparison.Ordinal);
        await PressAsync(person, "Refuse", "O CRO não foi encontrado.");

        Assert.StartsWith("/entrar", (await dentist.GetAsync("/conta/espera")).LeadsTo, StringComparison.Ordinal);
        var letter = await Eventually.IsAsync("the letter", () => site.Mail.Letters.FirstOrDefault(letter => letter.To.Contains(person.Email) && letter.Subject == "Seu cadastro não foi aprovado"));
        Assert.Contains("O CRO não foi encontrado.", letter.Text, StringComparison.Ordinal);
        await SetAsync("false");
    }

    [Fact]
    public async Task Those_who_were_in_before_stay_in()
    {
        var before = await site.SignedInAnewAsync(await Newcomer.OpenAsync(site, "antes@exemplo.com.br"));
        await SetAsync("true");

        Assert.Equal(HttpStatusCode.OK, (await before.GetAsync("/inicio")).Status);
        await SetAsync("false");
    }

    async Task SetAsync(string on) =>
        await (await (await site.SignedInAsync(Person.Administrator)).GetAsync(Page)).Form("form[action*=Set]").Fill("on", on).SendAsync();

    async Task<Page> PressAsync(Person person, string move, string? reason = null)
    {
        var page = await (await site.SignedInAsync(Person.Administrator)).GetAsync(Page);
        var id = page.Document.QuerySelectorAll(".waiting").Single(card => card.TextContent.Contains(person.Email, StringComparison.Ordinal))
            .QuerySelector("input[name=id]")!.GetAttribute("value");
        var form = page.Form($"form[action*={move}]:has([value='{id}'])");
        return await (reason is null ? form : form.Fill("reason", reason)).SendAsync();
    }
}
