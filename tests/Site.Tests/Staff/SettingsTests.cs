using System.Net;

using Percurso.Testing;

namespace Percurso.Tests.Staff;

public sealed class SettingsTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task What_an_administrator_saves_is_what_everybody_sees()
    {
        var administrator = await site.SignedInAsync(Person.Administrator);
        var form = (await administrator.GetAsync("/admin/configuracoes")).Form("form:has([name='Input.SiteName'])");

        var saved = await form.Fill("Input.SiteName", "Clínica do Porto").Fill("Input.TimeZone", "America/Manaus").Fill("Input.English", "false").SendAsync();
        Assert.Equal("/admin/configuracoes", saved.LeadsTo);

        var english = await site.Visitor("en").GetAsync("/mensagem");
        Assert.Contains("Clínica do Porto", english.TextOf("title"), StringComparison.Ordinal);
        Assert.Equal("Contato", english.TextOf("h1"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor("en").GetAsync("/en/contact")).Status);
        Assert.Equal("pt-BR", english.Headers["Content-Language"]);
        Assert.Null(english.Document.QuerySelector("form[action='/idioma']"));

        await form.Fill("Input.English", "true").SendAsync();
        Assert.Equal("Contact", (await site.Visitor("en").GetAsync("/mensagem")).TextOf("h1"));
    }

    [Fact]
    public async Task A_trial_letter_reaches_whoever_asked_for_it()
    {
        var administrator = await site.SignedInAsync(Person.Administrator);
        await (await administrator.GetAsync("/admin/configuracoes")).Form("form[action*=TrialLetter]").SendAsync();

        await Eventually.IsAsync("the trial letter", () => site.Mail.Letters.FirstOrDefault(letter => letter.To.Contains(Person.Administrator.Email) && letter.Subject == "Carta de teste"));
    }

    [Fact]
    public async Task A_refused_setting_says_why_and_keeps_what_was_typed()
    {
        var administrator = await site.SignedInAsync(Person.Administrator);
        var form = (await administrator.GetAsync("/admin/configuracoes")).Form("form:has([name='Input.SiteName'])");

        var again = await form.Fill("Input.ContactEmail", "sem arroba").Fill("Input.LegalName", "Guias do Porto Ltda.").SendAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("Este e-mail não está completo.", again.Text, StringComparison.Ordinal);
        Assert.Equal("Guias do Porto Ltda.", again.Form("form:has([name='Input.SiteName'])").ValueOf("Input.LegalName"));
    }
}
