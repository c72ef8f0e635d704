using System.Net;

using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Accounts;

public sealed class PasswordsTests(Site site) : IClassFixture<Site>
{
    const string Other = "outra frase bem longa";

    [Fact]
    public async Task A_forgotten_password_is_replaced_by_the_letter_once_and_everything_else_ends()
    {
        var person = await Newcomer.OpenAsync(site, "esqueceu@exemplo.com.br");
        var elsewhere = await site.SignedInAnewAsync(person);
        var link = await ResetLinkAsync(person.Email);

        Assert.Equal("/entrar", (await SetAsync(link)).LeadsTo);

        Assert.StartsWith("/entrar", (await elsewhere.GetAsync("/conta")).LeadsTo, StringComparison.Ordinal);
        Assert.Equal("/inicio", (await Newcomer.SignInAsync(site.Visitor(), person.Email, Other)).LeadsTo);
        Assert.Contains("não vale mais", (await SetAsync(link)).Text, StringComparison.Ordinal);
        await Eventually.IsAsync("the letter that tells of it", () => site.Mail.Letters.FirstOrDefault(letter => letter.To.Contains(person.Email) && letter.Subject == "Sua senha mudou"));
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("altered")]
    [InlineData("another's")]
    public async Task A_link_that_no_longer_holds_changes_nothing_and_says_so(string how)
    {
        var person = await Newcomer.OpenAsync(site, $"{how.Replace("'", "", StringComparison.Ordinal)}@exemplo.com.br");
        var link = await ResetLinkAsync(person.Email);
        if (how == "expired") site.Clock.Pass(TimeSpan.FromHours(1));
        if (how == "altered") link = link[..^6] + "AAAAAA";
        if (how == "another's") link = link.Replace(Account(link), Account(await ResetLinkAsync(Person.Dentist.Email)), StringComparison.Ordinal);

        var answer = await SetAsync(link);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("não vale mais", answer.Text, StringComparison.Ordinal);
        Assert.Equal("/inicio", (await Newcomer.SignInAsync(site.Visitor(), person.Email, person.Password)).LeadsTo);
    }

    [Fact]
    public async Task An_unknown_address_gets_the_same_words_and_no_letter()
    {
        var known = await AskAsync(Person.Dentist.Email);
        var unknown = await AskAsync("ninguem@exemplo.com.br");

        Assert.Equal(known.TextOf("main"), unknown.TextOf("main"));
        await site.Mail.LetterToAsync(Person.Dentist.Email);
        await site.RowsAsync();
        Assert.DoesNotContain(site.Mail.Letters, letter => letter.To.Contains("ninguem@exemplo.com.br"));
    }

    [Fact]
    public async Task Changing_the_password_asks_for_the_old_one_and_ends_the_other_sessions()
    {
        var person = await Newcomer.OpenAsync(site, "troca@exemplo.com.br");
        var (here, elsewhere) = (await site.SignedInAnewAsync(person), await site.SignedInAnewAsync(person));

        var wrong = await (await here.GetAsync("/conta/senha")).Form().Fill("Proof", "não é esta").Fill("Input.Password", Other).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("/conta")).Status);

        await (await here.GetAsync("/conta/senha")).Form().Fill("Proof", person.Password).Fill("Input.Password", Other).SendAsync();
        Assert.StartsWith("/entrar", (await elsewhere.GetAsync("/conta")).LeadsTo, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/conta")).Status);
        Assert.Equal("/inicio", (await Newcomer.SignInAsync(site.Visitor(), person.Email, Other)).LeadsTo);
    }

    [Fact]
    public async Task A_new_address_counts_once_it_is_confirmed_and_the_old_one_is_told()
    {
        var person = await Newcomer.OpenAsync(site, "antigo@exemplo.com.br");
        var here = await site.SignedInAnewAsync(person);
        await (await here.GetAsync("/conta/email")).Form().Fill("Input.Email", "novo@exemplo.com.br").Fill("Proof", person.Password).SendAsync();
        var link = await Newcomer.LinkToAsync(site, "novo@exemplo.com.br");
        Assert.Equal("/inicio", (await Newcomer.SignInAsync(site.Visitor(), "antigo@exemplo.com.br", person.Password)).LeadsTo);

        await (await site.Visitor().GetAsync(link)).Form().SendAsync();

        Assert.Equal("/inicio", (await Newcomer.SignInAsync(site.Visitor(), "novo@exemplo.com.br", person.Password)).LeadsTo);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Newcomer.SignInAsync(site.Visitor(), "antigo@exemplo.com.br", person.Password)).Status);
        await Eventually.IsAsync("the letter to the old address", () => site.Mail.Letters.FirstOrDefault(letter => letter.To.Contains("antigo@exemplo.com.br") && letter.Subject == "O e-mail da sua conta mudou"));
        Assert.Contains("não vale mais", (await (await site.Visitor().GetAsync(link)).Form().SendAsync()).Text, StringComparison.Ordinal);
    }

    static string Account(string link) => link.Split("conta=")[1].Split('&')[0];

    async Task<Page> AskAsync(string email)
    {
        var visitor = site.Visitor();
        return await (await (await visitor.GetAsync("/senha/esqueci")).Form().Fill("Input.Email", email).SendAsync()).FollowAsync();
    }

    async Task<string> ResetLinkAsync(string email)
    {
        await AskAsync(email);
        return await Newcomer.LinkToAsync(site, email, "/senha/nova");
    }

    async Task<Page> SetAsync(string link) => await (await site.Visitor().GetAsync(link)).Form().Fill("Input.Password", Other).SendAsync();
}
