using System.Net;

using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Accounts;

public sealed class SigningUpTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Whoever_confirms_by_the_letter_has_an_account_and_is_told_what_is_missing()
    {
        var sent = await Newcomer.SignUpAsync(site, "nova@exemplo.com.br");
        Assert.Equal("/cadastro/enviado", sent.LeadsTo);

        var confirm = await site.Visitor().GetAsync(await Newcomer.LinkToAsync(site, "nova@exemplo.com.br"));
        Assert.Equal("/entrar", (await confirm.Form().SendAsync()).LeadsTo);

        var visitor = site.Visitor();
        Assert.Equal("/inicio", (await Newcomer.SignInAsync(visitor, "nova@exemplo.com.br", Newcomer.Password)).LeadsTo);
        var home = await visitor.GetAsync("/inicio");
        Assert.Contains("Olá, Ana", home.Text, StringComparison.Ordinal);
        Assert.Contains("CPF ou CNPJ", home.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/admin")).Status);
    }

    [Fact]
    public async Task Until_the_letter_is_answered_nobody_can_sign_in()
    {
        await Newcomer.SignUpAsync(site, "ainda@exemplo.com.br");
        await Newcomer.LinkToAsync(site, "ainda@exemplo.com.br");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Newcomer.SignInAsync(site.Visitor(), "ainda@exemplo.com.br", Newcomer.Password)).Status);
    }

    [Fact]
    public async Task A_known_address_gets_the_same_page_and_another_letter()
    {
        var unknown = await (await Newcomer.SignUpAsync(site, "desconhecida@exemplo.com.br")).FollowAsync();
        var known = await (await Newcomer.SignUpAsync(site, Person.Dentist.Email.ToUpperInvariant())).FollowAsync();

        Assert.Equal(unknown.Path, known.Path);
        Assert.Equal(unknown.TextOf("main"), known.TextOf("main"));
        await Eventually.IsAsync("the other letter", () => site.Mail.Letters.FirstOrDefault(letter => letter.To.Contains(Person.Dentist.Email) && letter.Subject == "Você já tem uma conta"));
    }

    [Theory]
    [InlineData("used")]
    [InlineData("expired")]
    [InlineData("altered")]
    public async Task A_link_that_no_longer_holds_opens_nothing_and_says_so(string how)
    {
        var email = $"{how}@exemplo.com.br";
        await Newcomer.SignUpAsync(site, email);
        var link = await Newcomer.LinkToAsync(site, email);
        var form = (await site.Visitor().GetAsync(how == "altered" ? link[..^6] + "AAAAAA" : link)).Form();
        if (how == "used") await (await site.Visitor().GetAsync(link)).Form().SendAsync();
        if (how == "expired") site.Clock.Pass(TimeSpan.FromDays(3));

        var answer = await form.SendAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(how == "used" ? "já foi confirmado" : "não vale mais", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_at_the_link_changes_nothing()
    {
        await Newcomer.SignUpAsync(site, "robo@exemplo.com.br");
        var link = await Newcomer.LinkToAsync(site, "robo@exemplo.com.br");
        var before = await site.RowsAsync();

        await site.Visitor().GetAsync(link);

        Assert.Empty((await site.RowsAsync()).ChangedSince(before));
    }

    [Fact]
    public async Task Who_chose_a_passkey_is_let_in_by_the_letter_to_make_it()
    {
        await Newcomer.SignUpAsync(site, "chave@exemplo.com.br", with: "chave");
        var visitor = site.Visitor();
        var answer = await (await visitor.GetAsync(await Newcomer.LinkToAsync(site, "chave@exemplo.com.br"))).Form().SendAsync();

        Assert.Equal("/conta/chaves", answer.LeadsTo);
        Assert.Contains("Nenhuma chave ainda", (await visitor.GetAsync("/conta/chaves")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_no_password_yet_signs_in_again_before_making_one()
    {
        await Newcomer.SignUpAsync(site, "semsenha@exemplo.com.br", with: "chave");
        var visitor = site.Visitor();
        await (await visitor.GetAsync(await Newcomer.LinkToAsync(site, "semsenha@exemplo.com.br"))).Form().SendAsync();
        site.Clock.Pass(TimeSpan.FromMinutes(11));

        var page = await visitor.GetAsync("/conta/senha");
        Assert.Contains("entre de novo com a sua chave", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await page.Form().Fill("Input.Password", "uma frase bem longa").SendAsync()).Status);
    }

    [Fact]
    public async Task Without_agreeing_nothing_is_sent()
    {
        var form = (await site.Visitor().GetAsync("/cadastro")).Form();
        var answer = await form.Fill("Input.Name", "Ana").Fill("Input.Email", "sem@exemplo.com.br").Fill("Input.Password", "curta").SendAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(3, answer.Document.QuerySelectorAll(".error-summary li").Length);
        Assert.Contains("termos de uso", answer.TextOf(".error-summary"), StringComparison.Ordinal);
    }
}
