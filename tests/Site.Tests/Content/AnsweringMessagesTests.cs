using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Content;

public sealed class AnsweringMessagesTests(Site site) : IClassFixture<Site>
{
    async Task WriteAsync(string name, string email, string website = "") =>
        await (await site.Visitor().GetAsync("/contato")).Form().Fill("Input.Name", name).Fill("Input.Email", email)
            .Fill("Input.Text", "Quanto tempo leva um guia?").Fill("Input.Website", website).SendAsync();

    async Task<Page> ListAsync(string query = "") => await (await site.SignedInAsync(Person.Marketing)).GetAsync("/admin/mensagens" + query);

    async Task<Page> OpenAsync(string name, string query = "")
    {
        var link = (await ListAsync(query)).Document.QuerySelectorAll("tbody a").Single(link => link.TextContent == name);
        return await (await site.SignedInAsync(Person.Marketing)).GetAsync(link.GetAttribute("href")!);
    }

    [Fact]
    public async Task An_answer_goes_out_as_a_letter_with_the_question_beneath()
    {
        await WriteAsync("Rita Alves", "rita@example.com");
        var message = await OpenAsync("Rita Alves");

        await message.Form("form[action*=Answer]").Fill("Input.Answer", "Dez dias úteis.").SendAsync();

        await Eventually.IsSoAsync("the answer", () => Task.FromResult(Answers().Any()));
        Assert.Contains("Quanto tempo leva um guia?", Answers().First().Text, StringComparison.Ordinal);
        Assert.Contains("Rita Alves", (await ListAsync("?estado=respondidas")).Text, StringComparison.Ordinal);
        Assert.Contains("Davi Nogueira", (await OpenAsync("Rita Alves")).Text, StringComparison.Ordinal);
    }

    IEnumerable<Testing.Mail.ReceivedLetter> Answers() => site.Mail.Letters.Where(letter => letter.Text.Contains("Dez dias úteis.", StringComparison.Ordinal));

    [Fact]
    public async Task A_program_that_fills_the_hidden_field_is_put_aside_and_told_nothing()
    {
        await WriteAsync("Robô", "robo@example.com", "https://spam.example");
        Assert.DoesNotContain("Robô", (await ListAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("Robô", (await ListAsync("?estado=spam")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("robo@example.com", (await (await site.SignedInAsync(Person.Administrator)).GetAsync("/admin/cartas?q=robo")).TextOf("tbody"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_put_aside_by_mistake_comes_back()
    {
        await WriteAsync("Caio Paz", "caio@example.com");
        await (await OpenAsync("Caio Paz")).Form("form[action$=Spam]:not([action$=NotSpam])").SendAsync();
        Assert.DoesNotContain("Caio Paz", (await ListAsync()).Text, StringComparison.Ordinal);

        await (await OpenAsync("Caio Paz", "?estado=spam")).Form("form[action*=NotSpam]").SendAsync();
        Assert.Contains("Caio Paz", (await ListAsync("?estado=novas")).Text, StringComparison.Ordinal);
    }
}
