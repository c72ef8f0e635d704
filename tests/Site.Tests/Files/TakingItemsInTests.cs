using System.IO.Compression;
using System.Net;
using System.Text;

using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Files;

/// <summary>The third step as both sides walk it, and what the links let others do.</summary>
public sealed partial class TakingItemsInTests(SendingSite site) : IClassFixture<SendingSite>
{
    static readonly byte[] sheet = SampleFiles.Pdf(2);

    [Fact]
    public async Task The_step_is_done_when_all_required_items_are_in_and_open_again_when_one_is_returned()
    {
        var (dentist, company, path) = (await site.OnLineAsync(Person.Dentist), await site.OnLineAsync(Person.Planner), await PathAsync());
        foreach (var slot in new[] { "tomography", "upper-scan", "lower-scan", "bite", "frontal-photo" })
        {
            var page = await dentist.GetAsync($"{path}/{slot}");
            await page.Form("form[action*=Waive]").Fill("Waive.Words", "Já está com a empresa.").SendAsync();
        }

        Assert.Equal("Open", await StepAsync("files"));
        await SendAsync("clinical-sheet", "ficha.pdf", sheet);
        await Eventually.IsSoAsync("the step to be done", async () => await StepAsync("files") == "Done");
        Assert.Contains("Conferido: serve", (await dentist.GetAsync(path)).Text, StringComparison.Ordinal);

        var accepted = await company.GetAsync(path);
        await accepted.Form("#item-clinical-sheet form[action*=Accept]").SendAsync();
        Assert.Contains("Aceito pela empresa", (await dentist.GetAsync(path)).Text, StringComparison.Ordinal);

        var item = await company.GetAsync($"{path}/bite");
        await item.Form("form[action*=Return]").Fill("Return.Words", "Precisamos da mordida deste caso.").SendAsync();
        Assert.Equal("Open", await StepAsync("files"));
        Assert.Equal("Dentist", await site.Database.AskAsync<string>($"select turn from cases.step where case_id = '{await site.CaseAsync()}' and key = 'files'"));
        Assert.Contains("Precisamos da mordida deste caso.", (await dentist.GetAsync(path)).Text, StringComparison.Ordinal);

        using var zip = new ZipArchive(new MemoryStream(await company.DownloadAsync($"/arquivos/case/{await site.CaseAsync()}/zip")));
        Assert.Equal([$"{await NumberAsync()}_clinical-sheet_v1.pdf"], zip.Entries.Select(entry => entry.FullName));
        await using var content = await zip.Entries[0].OpenAsync();
        using var read = new MemoryStream();
        await content.CopyToAsync(read);
        Assert.Equal(sheet, read.ToArray());
    }

    [Fact]
    public async Task A_file_is_read_by_ranges_by_those_who_may_and_every_access_is_kept_for_ever()
    {
        var id = await SendAsync("smile-photos", "sorriso.pdf", sheet);
        foreach (var person in new[] { Person.Stranger, Person.Marketing })
            Assert.Equal(HttpStatusCode.NotFound, (await (await site.OnLineAsync(person)).GetAsync($"/arquivos/{id}")).Status);
        Assert.StartsWith("/entrar", (await (await site.OnLineAsync(null)).GetAsync($"/arquivos/{id}")).LeadsTo, StringComparison.Ordinal);
        Assert.Equal(0, await AccessesAsync(id));

        using var answer = await (await site.OnLineAsync(Person.Planner)).FetchAsync($"/arquivos/{id}", "bytes=1-3");

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("PDF", Encoding.ASCII.GetString(await answer.Content.ReadAsByteArrayAsync()));
        Assert.Equal("default-src 'none'; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal(1, await AccessesAsync(id));
        await Assert.ThrowsAnyAsync<Exception>(() => site.Database.DoAsync("delete from files.access"));
    }

    [Fact]
    public async Task A_file_of_another_patient_is_gone_for_the_clinic_and_kept_for_the_company()
    {
        var (dentist, path) = (await site.OnLineAsync(Person.Dentist), await PathAsync());
        var id = await SendAsync("profile-photo", "perfil.pdf", sheet);

        var page = await dentist.GetAsync($"{path}/profile-photo");
        await page.Form("form[action*=Strange]").Fill("Strange.File", id).Fill("Strange.Words", "É de outra pessoa.").SendAsync();

        Assert.DoesNotContain("perfil.pdf", (await dentist.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await dentist.GetAsync($"/arquivos/{id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await site.OnLineAsync(Person.Planner)).GetAsync($"/arquivos/{id}")).Status);
        await Eventually.IsSoAsync("the company to be told", () => Task.FromResult(site.Mail.Letters.Any(letter => letter.Subject.Contains("outro paciente", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_phone_opens_one_slot_once_and_nobody_else_does()
    {
        var dentist = await site.OnLineAsync(Person.Dentist);
        var page = await dentist.GetAsync($"/links/case/{await site.CaseAsync()}/celular/smile-photos");
        var address = new Uri((await page.Form("main form").SendAsync()).TextOf("main code")).AbsolutePath;

        // A preview looks and changes nothing.
        for (var i = 0; i < 3; i++) Assert.Contains("Abrir", (await (await site.OnLineAsync(null)).GetAsync(address)).Text, StringComparison.Ordinal);
        var phone = await site.OnLineAsync(null);
        await (await phone.GetAsync(address)).Form("main form").SendAsync();
        var opened = await phone.GetAsync(address);
        Assert.Contains(await NumberAsync(), opened.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zélia", opened.Source, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await (await site.OnLineAsync(null)).GetAsync(address)).Status);
        using var sent = await new TusClient(phone, await site.CaseAsync(), "smile-photos").CreateAsync(sheet.Length, "foto.pdf", sheet);
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        using var elsewhere = await new TusClient(phone, await site.CaseAsync(), "tomography").CreateAsync(10);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        using var reading = await phone.FetchAsync($"/arquivos/case/{await site.CaseAsync()}/zip");
        Assert.Equal(HttpStatusCode.Redirect, reading.StatusCode);
    }

    [Fact]
    public async Task A_link_that_has_ended_opens_nothing()
    {
        var (dentist, id) = (await site.OnLineAsync(Person.Dentist), await site.CaseAsync());
        var list = await dentist.GetAsync($"/links/case/{id}");
        var made = await (await dentist.PostAsync(list.Path, ("Input.Name", "Radiologia Central"), ("Input.Slots", "smile-photos"),
            ("__RequestVerificationToken", list.Form("main form.card").ValueOf("__RequestVerificationToken")!))).FollowAsync();
        var address = new Uri(made.TextOf("main code")).AbsolutePath;
        var laboratory = await site.OnLineAsync(null);
        await (await laboratory.GetAsync(address)).Form("main form").SendAsync();
        var client = new TusClient(laboratory, id, "smile-photos");
        var begun = await client.BeginAsync(sheet.Length);

        await made.Form("li:has(h3:contains('Radiologia Central')) form[action*=encerrar]").SendAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await laboratory.GetAsync(address)).Status);
        using var another = await client.CreateAsync(10);
        Assert.Equal(HttpStatusCode.NotFound, another.StatusCode);
        using var on = await client.PatchAsync(begun, 0, sheet);
        Assert.Equal(HttpStatusCode.NotFound, on.StatusCode);
    }

    /// <summary>Sends a file as the dentist and waits for the checks.</summary>
    async Task<string> SendAsync(string slot, string name, byte[] bytes, string nickname = "ponte superior")
    {
        using var sent = await (await site.SenderAsync(Person.Dentist, slot, nickname)).CreateAsync(bytes.Length, name, bytes);
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        var upload = sent.Headers.Location!.OriginalString.Split('/')[^1];
        await Eventually.IsSoAsync("the checks", async () => await site.Database.AskAsync<long>($"select count(*) from files.file where upload_id = '{upload}' and state <> 'Checking'") == 1);
        return await site.Database.AskAsync<string>($"select id::text from files.file where upload_id = '{upload}'");
    }

    async Task<string> PathAsync() => $"/casos/{await site.CaseAsync()}/passos/files/arquivos";

    async Task<string> NumberAsync() => await site.Database.AskAsync<string>("select number from cases.\"case\" where nickname = 'ponte superior'");

    async Task<string> StepAsync(string key) => await site.Database.AskAsync<string>($"select state from cases.step where case_id = '{await site.CaseAsync()}' and key = '{key}'");

    Task<long> AccessesAsync(string file) => site.Database.AskAsync<long>($"select count(*) from files.access where file_id = '{file}'");
}
