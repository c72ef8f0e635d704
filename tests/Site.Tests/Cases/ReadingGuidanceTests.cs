using System.Net;
using System.Text;

using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Cases;

public sealed class ReadingGuidanceTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Five_sheets_are_there_to_open_and_which_were_opened_is_remembered()
    {
        var dentist = await site.SignedInAsync(Person.Stranger);
        var page = await GuidanceOfAsync(dentist, await dentist.OpenCaseAsync("Ana Prado", 36));
        Assert.Equal(5, page.Document.QuerySelectorAll(".sheet").Length);
        Assert.Equal(5, page.Document.QuerySelectorAll(".sheet .status-locked").Length);

        var link = page.Document.QuerySelector(".sheet a")!.GetAttribute("href")!;
        var file = Encoding.Latin1.GetString(await dentist.DownloadAsync((await dentist.GetAsync(link)).LeadsTo!));

        Assert.StartsWith("%PDF-1.7", file, StringComparison.Ordinal);
        Assert.Equal(4, (await dentist.GetAsync(page.Path)).Document.QuerySelectorAll(".sheet .status-locked").Length);
    }

    [Fact]
    public async Task Confirmed_once_they_are_not_asked_for_again_until_one_changes()
    {
        var dentist = await site.SignedInAsync(Person.Dentist);
        var first = await dentist.OpenCaseAsync("Primeiro Caso", 11);
        var answer = await (await GuidanceOfAsync(dentist, first)).Form("main form:has([name=seen])").SendAsync();
        Assert.Equal(first, answer.LeadsTo);
        Assert.Contains("Confirmado", (await GuidanceOfAsync(dentist, first)).Text, StringComparison.Ordinal);

        var second = await GuidanceOfAsync(dentist, await dentist.OpenCaseAsync("Segundo Caso", 12));
        Assert.Contains("Confirmado", second.Text, StringComparison.Ordinal);

        await ReplaceAsync("guidance-scan");
        var third = await GuidanceOfAsync(dentist, await dentist.OpenCaseAsync("Terceiro Caso", 13));
        Assert.Contains("Li as orientações e sigo adiante", third.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_that_changed_while_one_read_is_not_confirmed_unseen()
    {
        var dentist = await site.SignedInAsync(Person.Stranger);
        var path = await dentist.OpenCaseAsync("Quarto Caso", 14);
        var page = await GuidanceOfAsync(dentist, path);
        await ReplaceAsync("guidance-workflow");

        var answer = await page.Form("main form:has([name=seen])").SendAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("mudou enquanto você lia", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clinical_sheet_begins_with_what_is_known_and_yields_its_PDF()
    {
        var dentist = await site.SignedInAsync(Person.Dentist);
        var path = await dentist.OpenCaseAsync("Quinto Caso", 15);
        Assert.Equal(HttpStatusCode.NotFound, (await dentist.GetAsync($"{path}/ficha/pdf")).Status);

        var form = (await dentist.GetAsync($"{path}/ficha")).Form("main form");
        await form.Fill("medicines", "AAS 100 mg").Fill("gum", "fina").SendAsync();

        Assert.Contains("AAS 100 mg", (await dentist.GetAsync($"{path}/ficha")).Source, StringComparison.Ordinal);
        Assert.StartsWith("%PDF-1.7", Encoding.Latin1.GetString(await dentist.DownloadAsync($"{path}/ficha/pdf")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignedInAsync(Person.Stranger)).GetAsync($"{path}/ficha/pdf")).Status);
    }

    static async Task<Page> GuidanceOfAsync(Visitor dentist, string casePath) => await dentist.GetAsync($"{casePath}/passos/guidance/orientacoes");

    async Task ReplaceAsync(string key)
    {
        var id = await site.Database.AskAsync<string>($"select id::text from content.media_item where key = '{key}'");
        var item = await (await site.SignedInAsync(Person.Marketing)).GetAsync($"/admin/midia/{id}");
        await item.Form("form[action*=Replace]").UploadAsync([("folha nova.pdf", SampleFiles.Pdf(2))]);
    }
}
