using System.IO.Compression;
using System.Net;
using System.Text;

using Npgsql;

using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Cases;

/// <summary>Going on without the meeting. The case of the demonstration is taken for one that was opened with the pathway's next version, which the administration makes on its page.</summary>
public sealed partial class MeetingADentistTests
{
    [Fact]
    public async Task Where_the_pathway_allows_it_the_responsible_dentist_waives_the_meeting_by_a_signed_statement_until_the_path_has_gone_on()
    {
        var (dentist, planner) = (await site.SignedInAnewAsync(Person.Dentist), await site.SignedInAnewAsync(Person.Planner));
        var (assistant, stranger) = (await site.SignedInAnewAsync(Person.Assistant), await site.SignedInAnewAsync(Person.Stranger));
        var home = (await dentist.GetAsync("/inicio?q=aparecido")).Document.QuerySelector("main table th a")!.GetAttribute("href")!;
        var (id, path) = (home.Split('/')[2], $"{home}/passos/meeting/videoconferencia");
        var (plan, sheet) = ($"{home}/passos/preview/revisao", $"{path}/dispensa");
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(dentist, plan, "Approve")).Status);
        (string, string)[] signed = [("Proof", Person.Dentist.Password), ("statement", "1"), ("IsTicked", "true")];

        // Off, also for cases that were opened before it was switched on.
        await AllowAsync();
        Assert.DoesNotContain("Dispensar a videoconferência", (await dentist.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Contains("não pode ser dispensada", (await PostAsync(dentist, path, "Waive", signed)).Text, StringComparison.Ordinal);
        await site.Database.DoAsync($"update cases.\"case\" set pathway_id = (select id from cases.pathway order by number desc limit 1) where id = '{id}'");

        // Nobody else.
        foreach (var other in new[] { assistant, planner })
        {
            var theirs = await other.GetAsync(path);
            Assert.Null(theirs.Document.QuerySelector("form[action*='handler=Waive']"));
            Assert.Contains("pode dispensar a videoconferência", theirs.Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(other, path, "Waive", signed)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(other, path, "TakeBack")).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(stranger, path, "Waive", signed)).Status);

        // What was typed stays after a refusal; the password does not.
        var page = await dentist.GetAsync(path);
        Assert.Contains("Dispenso a videoconferência deste caso", page.Text, StringComparison.Ordinal);
        var form = page.Form("form[action*='handler=Waive']");
        Assert.Contains("Marque que leu a declaração inteira", (await form.Fill("Proof", Person.Dentist.Password).SendAsync()).Text, StringComparison.Ordinal);
        var wrong = await form.Fill("IsTicked", "true").Fill("Proof", "não é esta").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("Esta não é a sua senha", wrong.Text, StringComparison.Ordinal);
        Assert.True(wrong.Document.QuerySelector("#IsTicked")!.HasAttribute("checked") && wrong.Document.QuerySelector("details:has(#IsTicked)")!.HasAttribute("open"));
        Assert.DoesNotContain("não é esta\"", wrong.Source, StringComparison.Ordinal);
        Assert.Contains("A declaração mudou", (await PostAsync(dentist, path, "Waive", ("Proof", Person.Dentist.Password), ("statement", "7"), ("IsTicked", "true"))).Text, StringComparison.Ordinal);
        Assert.Equal(0, await WaiversAsync());

        // Twice in one moment is once.
        var second = await site.SignedInAnewAsync(Person.Dentist);
        var both = await Task.WhenAll(PostAsync(dentist, path, "Waive", signed), PostAsync(second, path, "Waive", signed));
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity], both.Select(answer => answer.Status).Order());
        Assert.Equal(1, await WaiversAsync());
        Assert.Equal("Done Open", await StepsAsync());
        Assert.True(await site.Database.AskAsync<bool>($"select w.hash = r.hash and w.of_version = r.number and w.cro like 'SP-CD-%' and w.statement like 'Declaro%' from cases.waiver w, cases.review r where {Its()} and r.case_id = '{id}' and r.step = 'preview'"));
        var case_ = await site.Database.AskAsync<string>($"select number from cases.\"case\" where id = '{id}'");
        await ToldAsync($"Caso {case_}: videoconferência dispensada");
        Assert.Contains("Videoconferência dispensada por declaração assinada", (await planner.GetAsync($"{home}/historico")).Text, StringComparison.Ordinal);
        Assert.Contains("já seguiu", (await PostAsync(dentist, plan, "TakeBack")).Text, StringComparison.Ordinal);
        foreach (var reader in new[] { dentist, planner }) Assert.StartsWith("%PDF", Encoding.ASCII.GetString(await reader.DownloadAsync(sheet)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(sheet)).Status);
        using (var file = new ZipArchive(new MemoryStream(await dentist.DownloadAsync($"{home}/arquivo"))))
            Assert.Contains($"reunioes/meeting/{case_}_dispensa.pdf", file.Entries.Select(entry => entry.FullName[(entry.FullName.IndexOf("reunioes", StringComparison.Ordinal) is var at and > 0 ? at : 0)..]));

        // A row that was altered by hand.
        await site.Database.DoAsync($"update cases.waiver w set statement = statement || ' Sem exceção.' where {Its()}");
        Assert.Contains("não é mais o que foi assinado", (await planner.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await dentist.GetAsync(sheet)).Status);
        await site.Database.DoAsync($"update cases.waiver w set statement = left(statement, -12) where {Its()}");

        // A second thought, a third one; then the company has gone on.
        Assert.Equal(HttpStatusCode.Redirect, (await (await dentist.GetAsync(path)).Form("form[action*='handler=TakeBack']").SendAsync()).Status);
        Assert.Equal("Open Locked", await StepsAsync());
        await ToldAsync($"Caso {case_}: a videoconferência não está mais dispensada");
        Assert.Equal(HttpStatusCode.NotFound, (await dentist.GetAsync(sheet)).Status);
        Assert.Contains("Dispensa da videoconferência retirada", (await dentist.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(dentist, path, "Waive", signed)).Status);
        Assert.Equal((2L, "Done Open"), (await WaiversAsync(), await StepsAsync()));

        // At the very moment at which the company goes on, the dentist takes it back: who comes second is told.
        await using (var line = new NpgsqlConnection(site.Database.ConnectionString))
        {
            await line.OpenAsync();
            await using var going = await line.BeginTransactionAsync();
            await using var on = new NpgsqlCommand($"""
                select from cases."case" where id = '{id}' for update;
                update cases.review set author_id = '{Guid.CreateVersion7()}' where case_id = '{id}' and step = 'final-plan'
                """, line, going);
            await on.ExecuteNonQueryAsync();
            var back = PostAsync(dentist, path, "TakeBack");
            await Eventually.IsSoAsync("waits for the case", () => site.Database.AskAsync<bool>("select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')"));
            await going.CommitAsync();
            Assert.Contains("já seguiu depois da dispensa", (await back).Text, StringComparison.Ordinal);
        }

        Assert.Null((await dentist.GetAsync(path)).Document.QuerySelector("form[action*='handler=TakeBack']"));

        string Its() => $"w.meeting_id in (select id from cases.meeting where case_id = '{id}')";

        Task<long> WaiversAsync() => site.Database.AskAsync<long>($"select count(*) from cases.waiver w where {Its()}");

        Task<string> StepsAsync() => site.Database.AskAsync<string>($"select string_agg(state, ' ' order by position) from cases.step where case_id = '{id}' and key in ('meeting', 'final-plan')");

        Task ToldAsync(string subject) => Eventually.IsSoAsync(subject, () => Task.FromResult(
            new[] { Person.Dentist, Person.Planner }.All(person => site.Mail.Letters.Any(letter => letter.Subject == subject && letter.To.Contains(person.Email)))));
    }

    /// <summary>By the page on which steps of the pathway are edited, which says what may be written there.</summary>
    async Task AllowAsync()
    {
        var administrator = await site.SignedInAnewAsync(Person.Administrator);
        var step = await administrator.GetAsync("/admin/percurso/passo?chave=meeting");
        Assert.Contains("waivable", step.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await step.Form().Fill("Input.Settings", """{ "waivable": ["Teeth", "Mucosa", "Bone"] }""").SendAsync()).Status);
    }
}
