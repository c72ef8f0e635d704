using System.Net;

using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Clinics;

public sealed class LeavingAClinicTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_dismissed_assistant_with_a_live_session_is_refused_at_the_next_request()
    {
        var clinic = await site.FoundAsync(Person.Dentist, "Clínica Estrela");
        var nina = await site.ComeAsync(await site.InviteAsync(Person.Dentist, clinic, "nina@exemplo.com.br"), "Nina Reis", "nina@exemplo.com.br");
        var form = (await nina.GetAsync($"{clinic}/enderecos/novo")).Form();

        await DismissAsync(clinic, "Nina Reis");

        Assert.Equal(HttpStatusCode.NotFound, (await nina.GetAsync(clinic)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await form.Fill("Input.Name", "Minha casa").SendAsync()).Status);
        Assert.DoesNotContain("Clínica Estrela", (await nina.GetAsync("/consultorios")).Text, StringComparison.Ordinal);
        Assert.Contains("Clínica Estrela", (await Eventually.IsAsync("the letter", () => site.Mail.Letters.FirstOrDefault(letter => letter.To.Contains("nina@exemplo.com.br") && letter.Text.Contains("desligou", StringComparison.Ordinal)))).Text, StringComparison.Ordinal);
        Assert.Contains("Desligou alguém de um consultório", (await (await site.SignedInAsync(Person.Administrator)).GetAsync("/admin/auditoria")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_leaves_finds_nothing_of_it_any_more()
    {
        var clinic = await site.FoundAsync(Person.Dentist, "Clínica Farol");
        var otto = await site.ComeAsync(await site.InviteAsync(Person.Dentist, clinic, "otto@exemplo.com.br"), "Otto", "otto@exemplo.com.br");

        Assert.Equal("/consultorios", (await (await otto.GetAsync($"{clinic}/sair")).Form().SendAsync()).LeadsTo);

        Assert.Equal(HttpStatusCode.NotFound, (await otto.GetAsync(clinic)).Status);
    }

    [Fact]
    public async Task The_last_dentist_is_told_why_not()
    {
        var clinic = await site.FoundAsync(Person.Dentist, "Clínica Gaivota");
        var dentist = await site.SignedInAsync(Person.Dentist);

        var refused = await (await dentist.GetAsync($"{clinic}/sair")).Form().SendAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("pelo menos um dentista", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await dentist.GetAsync(clinic)).Status);
    }

    async Task DismissAsync(string clinic, string name)
    {
        var dentist = await site.SignedInAsync(Person.Dentist);
        var ask = (await dentist.GetAsync(clinic)).Document.QuerySelectorAll("tr").Single(row => row.QuerySelector("th")?.TextContent == name).QuerySelector("a")!;
        Page asked = await dentist.GetAsync(ask.GetAttribute("href")!);
        Assert.Contains(name, asked.TextOf("h1"), StringComparison.Ordinal);
        Assert.Equal(clinic, (await asked.Form().SendAsync()).LeadsTo);
    }
}
