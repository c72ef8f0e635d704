using System.Net;

using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Accounts;

public sealed class RecordTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_record_filled_little_by_little_is_whole_in_the_end_and_home_says_so()
    {
        var visitor = await site.SignedInAnewAsync(await Newcomer.OpenAsync(site, "cadastro@exemplo.com.br"));
        await SaveAsync(visitor, ("Input.Phone", "(11) 98765-4321"));
        Assert.Contains("CPF ou CNPJ, número do CRO", (await visitor.GetAsync("/conta")).Text, StringComparison.Ordinal);

        await SaveAsync(visitor, ("Input.TaxId", "52998224725"), ("Input.CroNumber", "12.345"), ("Input.CroUf", "SP"));

        var form = (await visitor.GetAsync("/conta")).Form();
        Assert.Equal(("529.982.247-25", "12345", "SP"), (form.ValueOf("Input.TaxId"), form.ValueOf("Input.CroNumber"), form.ValueOf("Input.CroUf")));
        Assert.DoesNotContain("Falta pouco para o primeiro caso", (await visitor.GetAsync("/inicio")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("529.982.247-25", true)]
    [InlineData("12.ABC.345/01DE-35", true)]
    [InlineData("529.982.247-26", false)]
    [InlineData("12.ABC.345/01DE-36", false)]
    [InlineData("111.111.111-11", false)]
    public async Task A_CPF_or_a_CNPJ_is_taken_when_its_digits_check(string number, bool taken)
    {
        var visitor = await site.SignedInAsync(Person.Dentist);

        var answer = await (await visitor.GetAsync("/conta")).Form().Fill("Input.TaxId", number).SendAsync();

        Assert.Equal(taken ? HttpStatusCode.Redirect : HttpStatusCode.UnprocessableEntity, answer.Status);
        if (!taken) Assert.Equal(number, answer.Form().ValueOf("Input.TaxId"));
    }

    [Theory]
    [InlineData("Input.CroNumber", "12345", "escolha a UF")]
    [InlineData("Input.CroUf", "SP", "Escreva o número")]
    [InlineData("Input.Phone", "12", "8 a 15 números")]
    public async Task What_is_half_written_is_refused_with_a_sentence(string field, string text, string sentence)
    {
        var visitor = await site.SignedInAnewAsync(await Newcomer.OpenAsync(site, $"{text}{field.Length}@exemplo.com.br"));

        var answer = await (await visitor.GetAsync("/conta")).Form().Fill(field, text).SendAsync();

        Assert.Contains(sentence, answer.TextOf(".error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_come_in_the_language_one_chose()
    {
        var person = await Newcomer.OpenAsync(site, "idioma@exemplo.com.br");
        var visitor = await site.SignedInAnewAsync(person);
        await SaveAsync(visitor, ("Input.Culture", "en"));

        await (await visitor.GetAsync("/conta/dados")).Form("form[action*=AskDeletion]").SendAsync();

        await Eventually.IsAsync("the English letter", () => site.Mail.Letters.FirstOrDefault(letter => letter.To.Contains(person.Email) && letter.Subject == "We have received your request for deletion"));
    }

    static async Task SaveAsync(Visitor visitor, params (string Name, string Text)[] fields)
    {
        var form = (await visitor.GetAsync("/conta")).Form();
        foreach (var (name, text) in fields) form.Fill(name, text);
        Assert.Equal("/conta", (await form.SendAsync()).LeadsTo);
    }
}
