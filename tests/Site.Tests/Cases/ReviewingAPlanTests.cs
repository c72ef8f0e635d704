using System.Net;

using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Cases;

/// <summary>The fourth step, on the demonstration's plans. Each test has a plan of its own, so that none depends on another.</summary>
public sealed class ReviewingAPlanTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Nobody_releases_their_own_work_nor_without_the_checklist_and_the_dentist_is_told_once_somebody_has()
    {
        var path = await PlanAsync(Person.Dentist, "dalva");
        var author = await site.SignedInAsync(Person.Planner);
        var page = await author.GetAsync(path);
        Assert.Contains("outra pessoa precisa conferi-la", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form[action*='handler=Release']"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(author, path, "Release", [.. Enumerable.Range(0, 6).Select(line => ("ticked", $"{line}"))])).Status);

        var dentist = await site.SignedInAsync(Person.Dentist);
        Assert.DoesNotContain("case-viewer", (await dentist.GetAsync(path)).Source, StringComparison.Ordinal);

        var other = await site.SignedInAsync(Person.Administrator);
        Assert.Contains("Marque cada item", (await PostAsync(other, path, "Release")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(other, path, "Release", [.. Enumerable.Range(0, 6).Select(line => ("ticked", $"{line}"))])).Status);

        Assert.Contains("case-viewer", (await dentist.GetAsync(path)).Source, StringComparison.Ordinal);
        await Eventually.IsSoAsync("the letter about their turn", () => Task.FromResult(site.Mail.Letters.Any(
            letter => letter.To.Contains(Person.Dentist.Email) && letter.Text.Contains("/passos/preview", StringComparison.Ordinal) && letter.Text.Contains("ponte esquerda", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_comment_keeps_its_view_and_holds_the_approval_until_it_is_resolved()
    {
        var path = await PlanAsync(Person.Dentist, "aparecido");
        var planner = await site.SignedInAsync(Person.Planner);
        Assert.Contains("Recolher a versão", (await planner.GetAsync(path)).Text, StringComparison.Ordinal);
        var dentist = await site.SignedInAsync(Person.Dentist);
        var page = await dentist.GetAsync(path);
        Assert.Contains("Movemos os dois 0,6 mm", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(planner, path, "Recall")).Status);

        const string Pin = """{"layer":null,"at":[1.5,2,-3],"view":{"zoom":2}}""";
        await page.Form("form.comment-form").Fill("Input.Text", "O eixo do 24 inclina.").Fill("Input.Pin", Pin).SendAsync();
        page = await dentist.GetAsync(path);
        var comment = page.Document.QuerySelector("[data-comment]")!;
        Assert.Equal(("1.5 2 -3", """{"zoom": 2}"""), (comment.GetAttribute("data-at"), comment.GetAttribute("data-view")));
        Assert.Contains("segura a aprovação", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(dentist, path, "Approve")).Status);

        // The company answers, and does not resolve what the dentist said.
        var theirs = await planner.GetAsync(path);
        Assert.Null(theirs.Document.QuerySelector(".comment form[action*=Close]"));
        await theirs.Form(".comment form[action*=Reply]").Fill("Reply.Text", "Está a 7 graus, por causa da raiz.").SendAsync();

        await (await dentist.GetAsync(path)).Form(".comment form[action*=Close]").SendAsync();
        var assistant = await site.SignedInAsync(Person.Assistant);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(assistant, path, "Approve")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(dentist, path, "Approve")).Status);
        Assert.Contains("Versão 2 aprovada", (await dentist.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Equal("Done", await StepAsync(path));

        await (await dentist.GetAsync(path)).Form("form[action*='handler=TakeBack']").SendAsync();
        Assert.Equal("Open", await StepAsync(path));

        // A second round, and the next is no longer included.
        await (await dentist.GetAsync(path)).Form("form[action*='handler=Changes']").Fill("Input.Words", "Mais curto.").SendAsync();
        Assert.Contains("Mais curto.", (await planner.GetAsync($"{path}/preparar")).Text, StringComparison.Ordinal);
        Assert.Contains("só para ler", (await dentist.GetAsync($"{path}?versao=1")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await dentist.GetAsync($"{path}?versao=3")).Status);
    }

    [Fact]
    public async Task Who_looks_at_a_mesh_is_written_down_and_one_that_was_altered_is_not_shown()
    {
        var path = await PlanAsync(Person.Stranger, "enio");
        var dentist = await site.SignedInAsync(Person.Stranger);
        var mesh = (await dentist.GetAsync(path)).Document.QuerySelector("[data-mesh]")!.GetAttribute("data-mesh")! + "/inteira";

        var bytes = await dentist.DownloadAsync(mesh);
        Assert.Equal("glTF"u8, bytes.AsSpan(0, 4));
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignedInAsync(Person.Dentist)).GetAsync(mesh)).Status);
        Assert.Equal(1, await site.Database.AskAsync<long>("select count(*) from files.access where kind = 'Preview' and purpose = 'review'"));

        await site.Database.DoAsync($"update viewer.layer set name = 'Outra' where version_id = '{mesh.Split('/')[2]}' and position = 0");
        Assert.Equal(HttpStatusCode.Conflict, (await dentist.GetAsync(mesh)).Status);
    }

    [Fact]
    public async Task The_planner_names_layers_and_cannot_send_a_version_without_one()
    {
        var path = await PlanAsync(Person.Dentist, "marlene") + "/preparar";
        var planner = await site.SignedInAsync(Person.Planner);
        var page = await planner.GetAsync(path);
        Assert.Equal("review", page.Document.QuerySelector("file-slot")!.GetAttribute("purpose"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await page.Form("#plano").SendAsync()).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignedInAsync(Person.Dentist)).GetAsync(path)).Status);
    }

    Task<string> StepAsync(string path) => site.Database.AskAsync<string>($"select state from cases.step where case_id = '{path.Split('/')[2]}' and key = 'preview'");

    /// <summary>The address of the plan of a dentist's case, found by the patient.</summary>
    async Task<string> PlanAsync(Person dentist, string patient)
    {
        var home = await (await site.SignedInAsync(dentist)).GetAsync($"/inicio?q={patient}");
        return $"{home.Document.QuerySelector("main table th a")!.GetAttribute("href")}/passos/preview/revisao";
    }

    static async Task<Page> PostAsync(Visitor who, string path, string handler, params (string, string)[] fields)
    {
        var token = (await who.GetAsync(path)).Forms.Select(form => form.ValueOf("__RequestVerificationToken")).FirstOrDefault(one => one is not null);
        return await who.PostAsync($"{path}?handler={handler}", [.. fields, ("__RequestVerificationToken", token ?? "")]);
    }
}
