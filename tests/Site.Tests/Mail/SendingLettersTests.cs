using Percurso.Testing;
using Percurso.Testing.Http;
using Percurso.Testing.Mail;

namespace Percurso.Tests.Mail;

public sealed class SendingLettersTests(SendingLettersTests.PublicSite site) : IClassFixture<SendingLettersTests.PublicSite>
{
    public sealed class PublicSite : Site
    {
        protected override IEnumerable<KeyValuePair<string, string>> Configuration =>
            [new("Site:PublicUrl", "https://guias.example"), new("Mail:SendTimeout", "00:00:01")];
    }

    [Fact]
    public async Task A_message_left_on_the_site_reaches_the_company_and_thanks_the_visitor()
    {
        var visitor = $"{nameof(A_message_left_on_the_site_reaches_the_company_and_thanks_the_visitor)}@exemplo.com.br";
        await LeaveMessageAsync("Ana Lúcia", visitor, "Qual é o prazo?");

        var thanks = await LetterToAsync(visitor);
        Assert.Equal("Recebemos sua mensagem", thanks.Subject);
        Assert.Contains("Sua mensagem chegou.", thanks.Text, StringComparison.Ordinal);
        Assert.Contains("Sua mensagem chegou.", thanks.Html, StringComparison.Ordinal);

        var told = await Eventually.IsAsync("the company's letter", () => site.Mail.Letters.FirstOrDefault(letter => letter.Text.Contains(visitor, StringComparison.Ordinal)));
        Assert.Equal([Person.Administrator.Email], told.To);
        Assert.Contains("Qual é o prazo?", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_leaves_the_site_carries_its_public_address_whatever_host_the_request_named()
    {
        var visitor = site.Visitor();
        visitor.Headers["Host"] = "evil.example";
        await LeaveMessageAsync("Ana", "host@exemplo.com.br", "Olá", visitor);

        var letter = await LetterToAsync("host@exemplo.com.br");
        Assert.All(letter.Links, link => Assert.Equal("guias.example", link.Host));
        Assert.EndsWith("@guias.example>", letter.MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_speaks_its_recipients_language()
    {
        await LeaveMessageAsync("Ann", "english@example.com", "Hello", site.Visitor("en"));

        var thanks = await LetterToAsync("english@example.com");
        Assert.Equal("We have received your message", thanks.Subject);
        Assert.Equal("en", thanks.Headers["Content-Language"]);
    }

    [Fact]
    public async Task A_confirmation_repeats_nothing_that_a_stranger_typed()
    {
        await LeaveMessageAsync("Clique em spam.example", "vitima@exemplo.com.br", "Compre em spam.example");

        var thanks = await LetterToAsync("vitima@exemplo.com.br");
        Assert.DoesNotContain("spam.example", thanks.Html + thanks.Text + thanks.Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("refuses", "421")]
    [InlineData("hangs", "did not answer")]
    [InlineData("drops", "")]
    public async Task A_letter_the_server_did_not_take_goes_out_later_as_the_same_letter(string fault, string reason)
    {
        var to = $"{fault}@exemplo.com.br";
        if (fault == "refuses") site.Mail.Refuse("MAIL", 421);
        if (fault == "hangs") site.Mail.Hang("MAIL");
        if (fault == "drops") site.Mail.Drop(".");
        try
        {
            await LeaveMessageAsync("Ana", to, "Olá");
            var page = await Eventually.IsAsync("a failed attempt in the log", async () => await LogOfAsync(to) is { } log && log.TextOf(".tries").Length > 0 ? log : null);
            Assert.Contains("Recusada", page.TextOf(".tries"), StringComparison.Ordinal);
            if (fault != "drops") Assert.Contains(reason, page.TextOf(".tries"), StringComparison.Ordinal);
        }
        finally
        {
            site.Mail.Behave();
        }

        var before = site.Mail.Letters.Where(letter => letter.To.Contains(to)).Select(letter => letter.MessageId).ToList();
        var sent = await Eventually.IsAsync("the letter", () =>
        {
            site.Clock.Pass(TimeSpan.FromSeconds(20));
            return site.Mail.Letters.Where(letter => letter.To.Contains(to)).Skip(before.Count).FirstOrDefault();
        });
        Assert.All(before, earlier => Assert.Equal(sent.MessageId, earlier));
    }

    [Fact]
    public async Task An_administrator_sends_a_letter_again_as_a_letter_of_its_own()
    {
        await LeaveMessageAsync("Ana", "again@exemplo.com.br", "Olá");
        var first = await LetterToAsync("again@exemplo.com.br");

        await (await LogOfAsync("again@exemplo.com.br"))!.Form("form[action*=SendAgain]").SendAsync();

        var second = await Eventually.IsAsync("the copy", () => site.Mail.Letters.Where(letter => letter.To.Contains("again@exemplo.com.br")).ElementAtOrDefault(1));
        Assert.Equal(first.Html, second.Html);
        Assert.NotEqual(first.MessageId, second.MessageId);
    }

    [Fact]
    public async Task Where_mail_leaves_the_site_nobody_reads_other_peoples_letters()
    {
        await LeaveMessageAsync("Ana", "private@exemplo.com.br", "Olá");
        await LetterToAsync("private@exemplo.com.br");

        var page = (await LogOfAsync("private@exemplo.com.br"))!;
        Assert.Contains("só quem a recebe pode ler", page.Text, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await (await site.SignedInAsync(Person.Administrator)).GetAsync($"{page.Path}/conteudo")).Status);
    }

    async Task LeaveMessageAsync(string name, string email, string text, Visitor? visitor = null)
    {
        var path = visitor is { Language: "en" } ? "/en/contact" : "/contato";
        var form = (await (visitor ?? site.Visitor()).GetAsync(path)).Form();
        var answer = await form.Fill("Input.Name", name).Fill("Input.Email", email).Fill("Input.Text", text).SendAsync();
        Assert.Equal(path, answer.LeadsTo);
    }

    Task<ReceivedLetter> LetterToAsync(string address) =>
        Eventually.IsAsync($"a letter to {address}", () => site.Mail.Letters.FirstOrDefault(letter => letter.To.Contains(address)));

    /// <summary>The administration's page of the newest letter to somebody; null while there is none.</summary>
    async Task<Page?> LogOfAsync(string address)
    {
        var administrator = await site.SignedInAsync(Person.Administrator);
        var list = await administrator.GetAsync($"/admin/cartas?q={Uri.EscapeDataString(address)}");
        return list.Document.QuerySelector("tbody th a")?.GetAttribute("href") is { } path ? await administrator.GetAsync(path) : null;
    }
}
