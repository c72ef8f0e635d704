using System.Net;

using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Staff;

public sealed class InvitingStaffTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Somebody_invited_chooses_a_password_and_comes_in_with_the_roles_given()
    {
        var link = await InviteAsync("Nina Reis", "nina@exemplo.com.br", "marketing");

        var done = await (await site.Visitor().GetAsync(link)).Form().Fill("Input.Password", "uma frase longa").SendAsync();
        Assert.Equal("/entrar?voltar=/admin", done.LeadsTo);

        var nina = await SignInAsync("nina@exemplo.com.br", "uma frase longa");
        Assert.Equal(HttpStatusCode.OK, (await nina.GetAsync("/admin/mensagens")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await nina.GetAsync("/admin/cartas")).Status);
    }

    [Fact]
    public async Task An_invitation_is_good_once()
    {
        var link = await InviteAsync("Otto", "otto@exemplo.com.br", "finance");
        var (first, second) = ((await site.Visitor().GetAsync(link)).Form(), (await site.Visitor().GetAsync(link)).Form());
        await first.Fill("Input.Password", "uma frase longa").SendAsync();

        await second.Fill("Input.Password", "outra frase longa").SendAsync();

        Assert.Contains("já não vale", (await site.Visitor().GetAsync(link)).Text, StringComparison.Ordinal);
        await SignInAsync("otto@exemplo.com.br", "uma frase longa");
    }

    [Fact]
    public async Task Sent_again_only_the_newest_letters_link_opens_it()
    {
        var old = await InviteAsync("Petra", "petra@exemplo.com.br", "planner");
        await PressAsync("Petra", "Enviar de novo");
        var fresh = await LinkToAsync("petra@exemplo.com.br", skip: 1);

        Assert.Contains("já não vale", (await site.Visitor().GetAsync(old)).Text, StringComparison.Ordinal);
        Assert.NotNull((await site.Visitor().GetAsync(fresh)).Form());
    }

    [Theory]
    [InlineData("withdrawn")]
    [InlineData("a week old")]
    [InlineData("altered")]
    public async Task A_link_that_no_longer_holds_says_so_and_opens_nothing(string how)
    {
        var email = $"{how.Replace(" ", "", StringComparison.Ordinal)}@exemplo.com.br";
        var link = await InviteAsync(how, email, "production");
        if (how == "withdrawn") await PressAsync(how, "Retirar");
        if (how == "a week old") site.Clock.Pass(TimeSpan.FromDays(7));
        if (how == "altered") link = link[..^4] + "AAAA";

        var page = await site.Visitor().GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("já não vale", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("input[type=password]"));
    }

    [Fact]
    public async Task Somebody_who_has_an_account_is_not_invited_but_given_roles()
    {
        var form = (await (await site.SignedInAsync(Person.Administrator)).GetAsync("/admin/pessoas/convidar")).Form();
        var again = await form.Fill("Input.Name", "Davi").Fill("Input.Email", Person.Marketing.Email).Fill("Input.Roles", "finance").SendAsync();

        Assert.Contains("Já existe uma pessoa com este e-mail.", again.Text, StringComparison.Ordinal);
        Assert.Equal("Davi", again.Form().ValueOf("Input.Name"));
    }

    async Task<string> InviteAsync(string name, string email, string role)
    {
        var form = (await (await site.SignedInAsync(Person.Administrator)).GetAsync("/admin/pessoas/convidar")).Form();
        var answer = await form.Fill("Input.Name", name).Fill("Input.Email", email).Fill("Input.Roles", role).SendAsync();
        Assert.Equal("/admin/pessoas", answer.LeadsTo);
        return await LinkToAsync(email);
    }

    async Task<string> LinkToAsync(string email, int skip = 0)
    {
        var letter = await Eventually.IsAsync($"the letter to {email}", () => site.Mail.Letters.Where(letter => letter.To.Contains(email)).Skip(skip).FirstOrDefault());
        return letter.Links[0].PathAndQuery;
    }

    async Task PressAsync(string name, string button)
    {
        var page = await (await site.SignedInAsync(Person.Administrator)).GetAsync("/admin/pessoas");
        var row = page.Document.QuerySelectorAll("tr").Single(row => row.QuerySelector("th")?.TextContent == name);
        var id = row.QuerySelector("input[name=id]")!.GetAttribute("value");
        await page.Form($"form:has(input[value='{id}'])").SendAsync(button);
    }

    async Task<Visitor> SignInAsync(string email, string password)
    {
        var visitor = site.Visitor();
        var answer = await (await visitor.GetAsync("/entrar")).Form().Fill("Input.Email", email).Fill("Input.Password", password).SendAsync();
        Assert.NotNull(answer.LeadsTo);
        return visitor;
    }
}
