using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Cases;

public sealed class TalkingTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task What_one_side_writes_the_other_reads_and_the_letter_does_not_repeat_it()
    {
        var dentist = await site.SignedInAsync(Person.Dentist);
        var planner = await site.SignedInAsync(Person.Planner);
        var path = await dentist.OpenCaseAsync("Yara Sá", 36);

        await (await dentist.GetAsync($"{path}/mensagens")).Form("#escrever").Fill("Input.Text", "O paciente quer carga imediata.").SendAsync();

        Assert.Contains("carga imediata", (await planner.GetAsync($"{path}/mensagens")).TextOf(".talk"), StringComparison.Ordinal);
        await site.RowsAsync();
        Assert.DoesNotContain(site.Mail.Letters, letter => letter.Text.Contains("carga imediata", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_said_elsewhere_counts_once_a_dentist_confirms_it_and_an_assistant_cannot()
    {
        var dentist = await site.SignedInAsync(Person.Dentist);
        var planner = await site.SignedInAsync(Person.Planner);
        var path = await dentist.OpenCaseAsync("Xisto Melo", 36);
        await (await planner.GetAsync($"{path}/mensagens")).Form("#escrever").Fill("Input.Text", "Trocar para 4,3 mm.").Fill("Input.SaidWhere", "telefone, hoje").SendAsync();
        Assert.Contains("Xisto Melo", (await dentist.GetAsync("/inicio")).TextOf(".awaiting"), StringComparison.Ordinal);

        var assistant = await site.SignedInAsync(Person.Assistant);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await (await assistant.GetAsync($"{path}/mensagens")).Form("form[action*=confirmar]").SendAsync()).Status);

        var confirmed = await (await (await dentist.GetAsync($"{path}/mensagens")).Form("form[action*=confirmar]").SendAsync()).FollowAsync();
        Assert.Contains("Confirmado pelo dentista", confirmed.TextOf(".talk"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_company_opens_a_case_for_a_dentist_and_the_history_says_so()
    {
        var planner = await site.SignedInAsync(Person.Planner);
        var clinic = (await planner.GetAsync("/admin/casos/novo?q=reis")).Document.QuerySelector("main .card a")!.GetAttribute("href")!;

        var opened = await (await planner.GetAsync(clinic)).Form("form.case-form").Fill("Input.Name", "Quitéria Paz").Fill("Input.Teeth", "11").SendAsync();

        var theirs = await site.SignedInAsync(Person.Stranger);
        Assert.Contains("em nome do dentista", (await theirs.GetAsync($"{opened.LeadsTo}/historico")).TextOf(".timeline"), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await (await site.SignedInAsync(Person.Dentist)).GetAsync(opened.LeadsTo!)).Status);
    }

    [Fact]
    public async Task The_board_shows_a_case_by_step_and_turn_and_finds_it_without_accents()
    {
        var dentist = await site.SignedInAsync(Person.Dentist);
        await dentist.OpenCaseAsync("Inês Fragoso", 36);
        var planner = await site.SignedInAsync(Person.Planner);

        var board = await planner.GetAsync("/admin/casos?q=ines+frag");

        Assert.Contains("Inês Fragoso", board.TextOf("table.board"), StringComparison.Ordinal);
        Assert.Equal(7, board.Document.QuerySelectorAll(".board-strip li").Length);
    }

    [Fact]
    public async Task A_cancelled_case_stays_in_sight_and_says_why()
    {
        var dentist = await site.SignedInAsync(Person.Dentist);
        var path = await dentist.OpenCaseAsync("Noé Prado", 36);

        await (await dentist.GetAsync($"{path}/cancelar")).Form().Fill("Input.Reason", "O paciente desistiu.").SendAsync();

        var page = await dentist.GetAsync(path);
        Assert.Contains("O paciente desistiu.", page.TextOf(".turn"), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, (await (await dentist.GetAsync($"{path}/cancelar")).Form().Fill("Input.Reason", "De novo.").SendAsync()).Status);
    }

    [Fact]
    public async Task One_letter_a_day_gathers_what_is_not_wanted_at_once()
    {
        var stranger = await site.SignedInAsync(Person.Stranger);
        var planner = await site.SignedInAsync(Person.Planner);
        var path = await stranger.OpenCaseAsync("Olga Lins", 36);
        await (await stranger.GetAsync("/avisos")).Form().Fill("Input.Message", "Daily").SendAsync();

        await (await planner.GetAsync($"{path}/mensagens")).Form("#escrever").Fill("Input.Text", "Bom dia.").SendAsync();
        await site.RowsAsync();
        Assert.DoesNotContain(site.Mail.Letters, letter => letter.To.Contains(Person.Stranger.Email) && letter.Subject.Contains("mensagem", StringComparison.Ordinal));

        await using (var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(site.Services))
            await ((Percurso.Cases.Jobs.SendDigests)scope.ServiceProvider.GetService(typeof(Percurso.Cases.Jobs.SendDigests))!).RunAsync(CancellationToken.None);
        await Eventually.IsAsync("the letter of the day", () =>
            site.Mail.Letters.FirstOrDefault(letter => letter.To.Contains(Person.Stranger.Email) && letter.Text.Contains("há uma mensagem", StringComparison.Ordinal)));
    }
}
