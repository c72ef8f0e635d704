using System.Collections.Immutable;

using Microsoft.Extensions.DependencyInjection;

using Npgsql;

using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Audit;

/// <summary>What is done in the administration is written down with whoever did it.</summary>
public sealed class RecordingActsTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Setting_up_the_site_is_the_first_act()
    {
        var page = await AuditAsync("?ato=kernel.site-set-up");

        Assert.Contains("Preparou o site", page.TextOf("tbody tr:last-child"), StringComparison.Ordinal);
        Assert.Contains(Person.Administrator.Name, page.TextOf("tbody tr:last-child"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_run_by_hand_is_an_act_of_whoever_ran_it()
    {
        await RunAJobAsync();

        var act = (await AuditAsync("?ato=kernel.job-run")).TextOf("tbody tr");
        Assert.Contains("Mandou fazer uma tarefa", act, StringComparison.Ordinal);
        Assert.Contains(Person.Administrator.Name, act, StringComparison.Ordinal);
        Assert.Contains("ForgetOldLetters", act, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_sent_again_is_an_act()
    {
        var contact = await site.Visitor().GetAsync("/contato");
        await contact.Form().Fill("Input.Name", "Ana").Fill("Input.Email", "ana@exemplo.com.br").Fill("Input.Text", "Olá").SendAsync();
        var administrator = await site.SignedInAsync(Person.Administrator);
        var link = await Eventually.IsAsync("the letter", async () => (await administrator.GetAsync("/admin/cartas")).Document.QuerySelector("tbody th a")?.GetAttribute("href"));

        await (await administrator.GetAsync(link)).Form("form[action*=SendAgain]").SendAsync();

        Assert.Contains("Enviou uma carta de novo", (await AuditAsync("?ato=kernel.letter-sent-again")).TextOf("tbody tr"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fact_resumed_is_an_act()
    {
        await Tampering.RunAsync(site.Database,
            """
            with fact as (insert into kernel.fact values (gen_random_uuid(), 'tests.fact', '{}', now()) returning id)
            insert into kernel.delivery (fact_id, handler, attempts, not_before, set_aside_at) select id, 'tests.handler', 10, now(), now() from fact
            """);
        var facts = await (await site.SignedInAsync(Person.Administrator)).GetAsync("/admin/fatos");

        await facts.Form("form[action*=Retry]").SendAsync();

        var act = (await AuditAsync("?ato=kernel.fact-resumed")).TextOf("tbody tr");
        Assert.Contains("Retomou um fato parado", act, StringComparison.Ordinal);
        Assert.Contains("tests.handler", act, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_changed_are_an_act_and_the_CNPJ_is_kept_as_it_is_printed()
    {
        var administrator = await site.SignedInAsync(Person.Administrator);
        var settings = await administrator.GetAsync("/admin/configuracoes");

        await settings.Form("main form:not([action*=TrialLetter])[method=post]").Fill("Input.Cnpj", "12abc34501de35").SendAsync();

        Assert.Equal("12.ABC.345/01DE-35", (await administrator.GetAsync("/admin/configuracoes")).Document.QuerySelector("#Input_Cnpj")?.GetAttribute("value"));
        Assert.Contains("Mudou as configurações", (await AuditAsync("?ato=administration.settings-changed")).TextOf("tbody tr"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acts_are_found_by_person_and_by_words()
    {
        await RunAJobAsync();
        var person = (await AuditAsync("")).Document.QuerySelectorAll("#pessoa option").Single(option => option.TextContent == Person.Administrator.Name);

        Assert.Contains("Mandou fazer", (await AuditAsync($"?pessoa={person.GetAttribute("value")}&q=forgetold")).TextOf("tbody tr"), StringComparison.Ordinal);
        Assert.Contains("Nenhum ato assim", (await AuditAsync("?q=ninguém")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_act_without_a_transaction_cannot_be_recorded()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var audit = scope.ServiceProvider.GetRequiredService<IAudit>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => audit.RecordAsync(KernelActs.JobRun, "x", null, CancellationToken.None));
    }

    [Fact]
    public async Task Acts_recorded_at_once_and_acts_given_up_leave_one_chain_without_a_gap()
    {
        var before = await site.Database.AskAsync<long>("select count(*) from kernel.audit");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async worker =>
        {
            for (var act = 0; act < 15; act++) await RecordAsync($"worker {worker}, act {act}", isGivenUp: act % 3 == 2);
        }));

        Assert.Equal(before + 80, await site.Database.AskAsync<long>("select count(*) from kernel.audit"));
        Assert.Equal(before + 80, await site.Database.AskAsync<long>("select max(number) from kernel.audit"));
        Assert.Contains("nada foi mudado", await CheckedAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update kernel.audit set who = 'Ninguém' where number = 1")]
    [InlineData("update kernel.audit set who = who where false")]
    [InlineData("delete from kernel.audit")]
    [InlineData("truncate kernel.audit")]
    [InlineData("set session_replication_role = replica; delete from kernel.audit")]
    [InlineData("delete from kernel.audit_head")]
    [InlineData("truncate kernel.audit_head")]
    public async Task The_database_refuses_to_change_or_remove_an_act_even_for_its_owner(string sql)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Tampering.RunAsync(site.Database, sql));

        Assert.StartsWith("What was done stays written", refused.MessageText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update kernel.audit set who = 'Ninguém' where number = 2", "O ato 2 foi mudado")]
    [InlineData("update kernel.audit set at = at + interval '1 microsecond' where number = 2", "O ato 2 foi mudado")]
    [InlineData("""update kernel.audit set details = '{"recipe": "other"}' where number = 1""", "O ato 1 foi mudado")]
    [InlineData("update kernel.audit set details = '[]' where number = 1", "O ato 1 foi mudado")]
    [InlineData("delete from kernel.audit where number = 2", "O ato 2 foi apagado")]
    [InlineData("delete from kernel.audit where number = 1", "O ato 1 foi apagado")]
    [InlineData("delete from kernel.audit where number = (select max(number) from kernel.audit)", "foi apagado")]
    [InlineData("delete from kernel.audit", "O ato 1 foi apagado")]
    [InlineData("update kernel.audit_head set number = number - 1", "foi escrito por outro caminho")]
    [InlineData("update kernel.audit_head set hash = previous from kernel.audit a where a.number = audit_head.number", "foi mudado")]
    public async Task Whoever_gets_round_the_refusal_is_found_out(string sql, string words)
    {
        await RecordAsync("one", isGivenUp: false);
        await RecordAsync("other", isGivenUp: false);
        await RecordAsync("third", isGivenUp: false);
        await using var tampering = await Tampering.WithAsync(site.Database, sql);

        Assert.Contains(words, await CheckedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_act_rewritten_with_its_hash_is_still_found_out()
    {
        await RecordAsync("one", isGivenUp: false);
        await RecordAsync("other", isGivenUp: false);
        var at = await site.Database.AskAsync<DateTime>("select at from kernel.audit where number = 2");
        var previous = await site.Database.AskAsync<byte[]>("select previous from kernel.audit where number = 2");
        var forged = new Link(2, at, AuditPerson.Site, "kernel.job-run", "harmless", ImmutableSortedDictionary<string, string>.Empty, previous);
        await using var tampering = await Tampering.WithAsync(site.Database,
            $"update kernel.audit set account_id = null, who = '', act = 'kernel.job-run', subject = 'harmless', details = '{{}}', hash = '\\x{Convert.ToHexString(forged.Hash())}' where number = 2");

        Assert.Contains("O ato 2 foi mudado", await CheckedAsync(), StringComparison.Ordinal);
    }

    async Task RecordAsync(string subject, bool isGivenUp)
    {
        await using var scope = site.Services.CreateAsyncScope();
        using var together = Together.Begin();
        await scope.ServiceProvider.GetRequiredService<IAudit>().RecordAsync(
            KernelActs.JobRun, subject, new Dictionary<string, string> { ["né"] = "\"ação\" 🦷", ["b"] = "2", ["aa"] = "1" }, CancellationToken.None);
        if (!isGivenUp) together.Complete();
    }

    async Task RunAJobAsync()
    {
        var jobs = await (await site.SignedInAsync(Person.Administrator)).GetAsync("/admin/tarefas");
        var form = jobs.Forms.Single(form => form.ValueOf("job") == "ForgetOldLetters");
        Assert.NotNull((await form.SendAsync()).LeadsTo);
    }

    async Task<Page> AuditAsync(string query) => await (await site.SignedInAsync(Person.Administrator)).GetAsync($"/admin/auditoria{query}");

    async Task<string> CheckedAsync() => (await (await AuditAsync("")).Form("form[action*=Check]").SendAsync()).TextOf("#chain");
}
