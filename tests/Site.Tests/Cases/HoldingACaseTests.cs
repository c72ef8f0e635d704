using System.Net;

using Microsoft.Extensions.DependencyInjection;

using Percurso.Cases.Jobs;
using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Cases;

public sealed class HoldingACaseTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_hold_is_a_task_for_the_dentist_that_is_always_told_and_ends_with_the_release()
    {
        var dentist = await site.SignedInAnewAsync(Person.Dentist);
        var planner = await site.SignedInAnewAsync(Person.Planner);
        var path = await dentist.OpenCaseAsync("Zilda Prates", 36);
        await (await dentist.GetAsync("/avisos")).Form().Fill("Input.Turn", "Never").Fill("Input.Done", "Never").Fill("Input.Message", "Never").Fill("Input.Reminder", "Never").SendAsync();

        await (await planner.GetAsync($"{path}/espera")).Form("form[action*=Hold]").Fill("Hold.Words", "A tomografia não abre.").SendAsync();

        var letter = await Eventually.IsAsync("the letter about the hold", () =>
            site.Mail.Letters.FirstOrDefault(one => one.To.Contains(Person.Dentist.Email) && one.Text.Contains("A tomografia não abre.", StringComparison.Ordinal)));
        Assert.DoesNotContain("Zilda", letter.Subject + letter.Text, StringComparison.Ordinal);
        var held = await dentist.GetAsync(path);
        Assert.Contains("A tomografia não abre.", held.TextOf(".turn"), StringComparison.Ordinal);
        Assert.Contains((await dentist.GetAsync("/inicio")).Document.QuerySelectorAll(".awaiting"), one => one.TextContent.Contains("Zilda Prates", StringComparison.Ordinal));

        await (await dentist.GetAsync($"{path}/espera")).Form("form[action*=Answer]").Fill("Answer.Words", "Enviei de novo.").SendAsync();
        Assert.Contains("Enviei de novo.", (await planner.GetAsync($"{path}/espera")).Text, StringComparison.Ordinal);

        await (await planner.GetAsync($"{path}/espera")).Form("form[action*=Release]").SendAsync();
        var history = (await dentist.GetAsync($"{path}/historico")).TextOf(".timeline");
        Assert.Contains("A empresa pôs o caso em espera", history, StringComparison.Ordinal);
        Assert.Contains("O caso voltou a andar", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dentist_pauses_and_the_pause_ends_by_itself()
    {
        var dentist = await site.SignedInAnewAsync(Person.Dentist);
        var path = await dentist.OpenCaseAsync("Wanda Pires", 14);
        var until = DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime).AddDays(3);

        var form = (await dentist.GetAsync($"{path}/espera")).Form("form[action*=Pause]").Fill("Pause.Words", "O paciente viajou.");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.Fill("Pause.Until", $"{until.AddDays(60):yyyy-MM-dd}").SendAsync()).Status);
        await form.Fill("Pause.Until", $"{until:yyyy-MM-dd}").SendAsync();
        Assert.Contains("Em pausa", (await dentist.GetAsync(path)).TextOf(".turn"), StringComparison.Ordinal);

        site.Clock.Pass(TimeSpan.FromDays(4));
        await RunAsync<CountDaysAnew>();

        Assert.DoesNotContain("Em pausa", (await dentist.GetAsync(path)).TextOf(".turn"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_only_looks_and_who_is_on_the_other_side_moves_nothing()
    {
        var dentist = await site.SignedInAnewAsync(Person.Dentist);
        var path = await dentist.OpenCaseAsync("Vera Luz", 24);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Post(dentist, $"{path}/espera?handler=Resume")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(dentist, $"{path}/espera?handler=Release")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(dentist, $"{path}/espera?handler=Hold", ("Hold.Words", "x"))).Status);
        Assert.DoesNotContain("em espera", (await dentist.GetAsync($"{path}/historico")).TextOf(".timeline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_company_and_a_silent_dentist_are_reminded_after_2_5_and_10_days()
    {
        var dentist = await site.SignedInAnewAsync(Person.Stranger);
        var planner = await site.SignedInAnewAsync(Person.Planner);
        var path = await dentist.OpenCaseAsync("Tadeu Reis", 46);
        await (await planner.GetAsync($"{path}/espera")).Form("form[action*=Hold]").Fill("Hold.Words", "Falta a mordida.").SendAsync();
        var number = (await dentist.GetAsync(path)).TextOf(".case-head .figures").Split(' ')[^1];

        var (toDentist, toCompany) = (new List<int>(), new List<int>());
        for (var day = 1; day <= 11; day++)
        {
            site.Clock.Pass(TimeSpan.FromDays(1));
            await RunAsync<RemindSilentSides>();
            await site.RowsAsync();
            toDentist.Add(Reminders(Person.Stranger, number));
            toCompany.Add(Reminders(Person.Planner, number));
        }

        Assert.Equal([0, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3], toDentist);
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1], toCompany);
    }

    /// <summary>A letter may come twice, when days pass while it is on its way; it is one letter then too.</summary>
    int Reminders(Person person, string number) => site.Mail.Letters
        .Where(letter => letter.To.Contains(person.Email) && letter.Subject.Contains(number, StringComparison.Ordinal) && letter.Subject.Contains("espera há", StringComparison.Ordinal))
        .DistinctBy(letter => letter.MessageId).Count();

    async Task RunAsync<TJob>() where TJob : Percurso.Kernel.Jobs.IJob
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TJob>().RunAsync(CancellationToken.None);
    }

    static async Task<Page> Post(Visitor visitor, string path, params (string, string)[] fields)
    {
        var token = (await visitor.GetAsync("/avisos")).Form().ValueOf("__RequestVerificationToken") ?? "";
        return await visitor.PostAsync(path, [.. fields, ("__RequestVerificationToken", token)]);
    }
}
