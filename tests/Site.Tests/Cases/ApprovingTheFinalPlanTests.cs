using System.IO.Compression;
using System.Net;
using System.Text;

using Percurso.Testing;
using Percurso.Testing.Http;
using Percurso.Tests.Files;

namespace Percurso.Tests.Cases;

/// <summary>A site whose store of files a test may reach into.</summary>
public sealed class StoringSite : Site
{
    readonly TemporaryFolder folder = new();

    public string FilesFolder => folder.Path;

    protected override IEnumerable<KeyValuePair<string, string>> Configuration => [new("Files:Folder", folder.Path)];

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        folder.Dispose();
    }
}

/// <summary>
/// The final plan, walked on a plan of the demonstration that is taken for one: <c>downloads</c> is set on its row as the pathway's setting would. One
/// case is brought as far as each test needs, in order of the sentences.
/// </summary>
public sealed class ApprovingTheFinalPlanTests(StoringSite site) : IClassFixture<StoringSite>
{
    static readonly byte[] report = SampleFiles.Pdf(3), mesh = File.ReadAllBytes(Repository.At("recipes", "plans", "implante-24.ply"));

    [Fact]
    public async Task The_responsible_dentist_signs_with_a_proof_fetches_what_was_approved_and_then_it_stands()
    {
        var path = await ReleasedAsync();
        var (dentist, assistant, planner) = (await site.SignedInAsync(Person.Dentist), await site.SignedInAsync(Person.Assistant), await site.SignedInAsync(Person.Planner));
        var originals = $"{path}/originais";

        // The report is read before the decision, and nothing else is there.
        Assert.Equal(report, await dentist.DownloadAsync($"{path}/relatorio"));
        Assert.Equal(HttpStatusCode.NotFound, (await dentist.GetAsync(originals)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await dentist.GetAsync($"{path}/aprovacao")).Status);

        var page = await dentist.GetAsync(path);
        Assert.Contains("Declaro que sou o dentista responsável por este caso", page.Text, StringComparison.Ordinal);
        var approve = page.Form("form[action*='handler=Approve']");
        var wrong = await approve.Fill("Proof", "não é esta").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("Esta não é a sua senha", wrong.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Declarar e aprovar", (await assistant.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(assistant, path, "Approve", ("Proof", Person.Assistant.Password), ("statement", "1"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(dentist, path, "Approve", ("Proof", Person.Dentist.Password), ("statement", "7"))).Status);
        Assert.Equal(0, await ApprovalsAsync(path));

        // A second thought before anything was fetched.
        Assert.Equal(HttpStatusCode.Redirect, (await approve.Fill("Proof", Person.Dentist.Password).SendAsync()).Status);
        await (await dentist.GetAsync(path)).Form("form[action*='handler=TakeBack']").SendAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await dentist.GetAsync(originals)).Status);
        await (await dentist.GetAsync(path)).Form("form[action*='handler=Approve']").Fill("Proof", Person.Dentist.Password).SendAsync();
        Assert.Equal(2, await ApprovalsAsync(path));
        Assert.Equal("SP-CD-", (await site.Database.AskAsync<string>($"select cro from cases.approval where {Of(path)} and taken_back_at is null"))[..6]);
        Assert.True(await site.Database.AskAsync<bool>($"select a.hash = r.hash and a.statement like 'Declaro%' from cases.approval a join cases.review r on r.id = a.review_id where {Of(path)} and taken_back_at is null"));
        Assert.StartsWith("%PDF", Encoding.ASCII.GetString(await planner.DownloadAsync($"{path}/aprovacao")), StringComparison.Ordinal);

        page = await dentist.GetAsync(path);
        var links = page.Document.QuerySelectorAll(".final-files a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(HttpStatusCode.Forbidden, (await assistant.GetAsync(originals)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignedInAsync(Person.Stranger)).GetAsync(links[0])).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await planner.GetAsync(originals)).Status);
        Assert.Equal(mesh, await dentist.DownloadAsync(links[0]));
        Assert.Equal(report, await dentist.DownloadAsync(links[1]));
        using var zip = new ZipArchive(new MemoryStream(await dentist.DownloadAsync(originals)));
        var number = await site.Database.AskAsync<string>($"select number from cases.\"case\" where id = '{path.Split('/')[2]}'");
        Assert.Equal([$"{number}_v1_01_implante-24.ply", $"{number}_v1_relatorio.pdf"], zip.Entries.Select(entry => entry.FullName));
        using var read = new MemoryStream();
        await using (var content = await zip.Entries[0].OpenAsync()) await content.CopyToAsync(read);
        Assert.Equal(mesh, read.ToArray());
        Assert.Equal(2, await site.Database.AskAsync<long>("select count(*) from files.access where kind = 'Zip' and purpose = 'review'"));

        Assert.Null((await dentist.GetAsync(path)).Document.QuerySelector("form[action*='handler=TakeBack']"));
        var late = await PostAsync(dentist, path, "TakeBack");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("já foram baixados", late.Text, StringComparison.Ordinal);

        // A row altered by hand, then a byte.
        await site.Database.DoAsync($"update cases.approval set cro = 'SP-CD-1' || cro where {Of(path)}");
        foreach (var address in new[] { originals, links[1], $"{path}/aprovacao" })
        {
            var altered = await dentist.GetAsync(address);
            Assert.Equal(HttpStatusCode.Conflict, altered.Status);
            Assert.Contains("não é mais o que foi enviado", altered.Text, StringComparison.Ordinal);
        }

        await site.Database.DoAsync($"update cases.approval set cro = substr(cro, 8) where {Of(path)}");
        Assert.Equal(report, await dentist.DownloadAsync(links[1]));
        await AlterAByteAsync(links[1]);
        Assert.Equal(HttpStatusCode.Conflict, (await dentist.GetAsync(links[1])).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await dentist.GetAsync(originals)).Status);
        Assert.Equal(mesh, await dentist.DownloadAsync(links[0]));
    }

    /// <summary>The address of a final plan that lies before the dentist, made by the pages that people use.</summary>
    async Task<string> ReleasedAsync()
    {
        var planner = await site.SignedInAsync(Person.Planner);
        var home = await (await site.SignedInAsync(Person.Dentist)).GetAsync("/inicio?q=marlene");
        var path = $"{home.Document.QuerySelector("main table th a")!.GetAttribute("href")}/passos/preview/revisao";
        var review = await site.Database.AskAsync<Guid>($"select id from cases.review where case_id = '{path.Split('/')[2]}'");
        await site.Database.DoAsync($"update cases.review set has_downloads = true where id = '{review}'");

        await SendAsync(planner, review, "plan", "implante-24.ply", mesh);
        await Eventually.IsSoAsync("the layer", async () => await site.Database.AskAsync<long>($"select count(*) from viewer.layer l join viewer.model_version v on v.id = l.version_id join viewer.prepared_mesh m on m.id = l.mesh_id where v.subject_id = '{review}' and m.state = 'Ready'") == 1);
        var desk = await planner.GetAsync($"{path}/preparar");
        var early = await desk.Form("#plano").SendAsync("Enviar para conferência");
        Assert.Contains("Envie o relatório desta versão em PDF", early.Text, StringComparison.Ordinal);

        // A report is a document: a mesh in its place is refused.
        await SendAsync(planner, review, "report", "guia.ply", mesh);
        await SendAsync(planner, review, "report", "relatorio.pdf", report);
        await Eventually.IsSoAsync("both judged", async () => await site.Database.AskAsync<string>($"select string_agg(state, ' ' order by number) from files.file where subject_id = '{review}' and slot = 'report'") == "Refused Fine");
        desk = await planner.GetAsync($"{path}/preparar");
        Assert.Contains("relatorio.pdf", desk.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.Form("#plano").SendAsync("Enviar para conferência")).Status);
        var other = await site.SignedInAsync(Person.Administrator);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(other, path, "Release", [.. Enumerable.Range(0, 6).Select(line => ("ticked", $"{line}"))])).Status);
        return path;
    }

    static async Task SendAsync(Visitor planner, Guid review, string slot, string name, byte[] bytes)
    {
        using var sent = await new TusClient(planner, review, slot, "review").CreateAsync(bytes.Length, name, bytes);
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
    }

    async Task AlterAByteAsync(string link)
    {
        var piece = await site.Database.AskAsync<Guid>($"select p.id from files.piece p join files.file f on f.upload_id = p.upload_id where f.id = '{link.Split('/')[^1]}' order by p.number limit 1");
        var file = Directory.GetFiles(site.FilesFolder, $"{piece:n}.piece", SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[^10] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
    }

    Task<long> ApprovalsAsync(string path) => site.Database.AskAsync<long>($"select count(*) from cases.approval where {Of(path)}");

    static string Of(string path) => $"review_id in (select id from cases.review where case_id = '{path.Split('/')[2]}')";

    static async Task<Page> PostAsync(Visitor who, string path, string handler, params (string, string)[] fields)
    {
        var token = (await who.GetAsync(path)).Forms.Select(form => form.ValueOf("__RequestVerificationToken")).FirstOrDefault(one => one is not null);
        return await who.PostAsync($"{path}?handler={handler}", [.. fields, ("__RequestVerificationToken", token ?? "")]);
    }
}
