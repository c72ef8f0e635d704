using System.Net;

using Percurso.Testing;

namespace Percurso.Tests.Clinics;

public sealed class JoiningAClinicTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Somebody_without_an_account_opens_one_and_works_there()
    {
        var clinic = await site.FoundAsync(Person.Dentist, "Clínica Aurora");
        var link = await site.InviteAsync(Person.Dentist, clinic, "nina@exemplo.com.br");

        Assert.Contains("Abrir a conta e aceitar", (await site.Visitor().GetAsync(link)).Text, StringComparison.Ordinal);
        var nina = await site.ComeAsync(link, "Nina Reis", "nina@exemplo.com.br");

        Assert.Contains("Nina Reis", (await nina.GetAsync(clinic)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await nina.GetAsync($"{clinic}/convites")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await nina.GetAsync("/consultorios/novo")).Status);
        var letter = await Eventually.IsAsync("the dentist's letter", () => site.Mail.Letters.FirstOrDefault(letter => letter.To.Contains(Person.Dentist.Email) && letter.Text.Contains("Nina Reis", StringComparison.Ordinal)));
        Assert.Contains("assistente", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_with_an_account_signs_in_and_accepts()
    {
        var clinic = await site.FoundAsync(Person.Dentist, "Clínica Boreal");
        var link = await site.InviteAsync(Person.Dentist, clinic, Person.Stranger.Email, "Dentist");
        var stranger = await site.SignedInAsync(Person.Stranger);
        Assert.Contains("Entrar e aceitar", (await site.Visitor().GetAsync(link)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(clinic)).Status);

        var accepted = await (await stranger.GetAsync(link)).Form().SendAsync();

        Assert.Equal(clinic, accepted.LeadsTo);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync($"{clinic}/convites")).Status);
        Assert.Contains("já não vale", (await stranger.GetAsync(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_was_passed_on_lets_nobody_else_in()
    {
        var clinic = await site.FoundAsync(Person.Dentist, "Clínica Celeste");
        var link = await site.InviteAsync(Person.Dentist, clinic, "otto@exemplo.com.br");
        var stranger = await site.SignedInAsync(Person.Stranger);

        var page = await stranger.GetAsync(link);
        Assert.Contains("entrou com outra conta", page.Text, StringComparison.Ordinal);
        var token = (await stranger.GetAsync("/consultorios/novo")).Form().ValueOf("__RequestVerificationToken")!;
        await stranger.PostAsync(link, ("__RequestVerificationToken", token));
        await stranger.PostAsync($"{link}/conta", ("__RequestVerificationToken", token), ("Input.Name", "Otto"), ("Input.Password", AtTheClinic.Password));

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(clinic)).Status);
        Assert.Contains("Abrir a conta e aceitar", (await site.Visitor().GetAsync(link)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("withdrawn", "Retirar")]
    [InlineData("sent again", "Enviar de novo")]
    [InlineData("a week old", null)]
    [InlineData("altered", null)]
    public async Task A_link_that_no_longer_holds_opens_nothing(string how, string? button)
    {
        var clinic = await site.FoundAsync(Person.Dentist, $"Clínica {how}");
        var link = await site.InviteAsync(Person.Dentist, clinic, $"{how.Replace(" ", "", StringComparison.Ordinal)}@exemplo.com.br");
        if (button is not null) await (await (await site.SignedInAsync(Person.Dentist)).GetAsync($"{clinic}/convites")).Form("main td form").SendAsync(button);
        if (how == "a week old") site.Clock.Pass(TimeSpan.FromDays(7));
        if (how == "altered") link = link[..^4] + "AAAA";

        Assert.Contains("já não vale", (await site.Visitor().GetAsync(link)).Text, StringComparison.Ordinal);
        Assert.Equal(link, (await site.Visitor().GetAsync($"{link}/conta")).LeadsTo);
    }

    [Fact]
    public async Task Whoever_works_there_is_not_invited_again()
    {
        var clinic = await site.FoundAsync(Person.Dentist, "Clínica Delta");
        var form = (await (await site.SignedInAsync(Person.Dentist)).GetAsync($"{clinic}/convites")).Form();

        var again = await form.Fill("Input.Email", Person.Dentist.Email.ToUpperInvariant()).SendAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("já trabalha neste consultório", again.Text, StringComparison.Ordinal);
    }
}
