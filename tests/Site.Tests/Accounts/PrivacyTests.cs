using System.IO.Compression;
using System.Net;
using System.Text.Json;

using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Accounts;

public sealed class PrivacyTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task What_was_agreed_to_is_listed_with_its_version()
    {
        var visitor = await site.SignedInAnewAsync(await Newcomer.OpenAsync(site, "aceites@exemplo.com.br"));

        var page = await visitor.GetAsync("/conta/dados");

        Assert.Contains("Termos de uso", page.TextOf("main table"), StringComparison.Ordinal);
        Assert.Contains("2026-11", page.TextOf("main table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_copy_holds_all_that_is_kept_and_nothing_of_others()
    {
        var visitor = await site.SignedInAnewAsync(await Newcomer.OpenAsync(site, "copia@exemplo.com.br"));

        var files = await CopyAsync(visitor);

        Assert.Equal(["billing-profiles.json", "case-approvals.json", "case-messages.json", "case-notices.json", "case-printing.json", "case-waivers.json", "cases.json", "charges.json", "clinics.json", "consents.json", "coupons.json", "deletion-requests.json", "deliveries.json", "invoices.json", "letters.json", "meeting-chat.json", "meeting-visits.json", "model-comments.json", "model-replies.json", "record.json", "sessions.json"], files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("copia@exemplo.com.br", files["record.json"].GetProperty("email").GetString());
        Assert.Equal(2, files["consents.json"].GetArrayLength());
        Assert.Equal("Confirme seu cadastro", files["letters.json"][0].GetProperty("subject").GetString());
        Assert.DoesNotContain("hash", files["record.json"].ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ticket", files["sessions.json"].ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_request_for_deletion_is_confirmed_shown_to_administrators_and_may_be_withdrawn()
    {
        var visitor = await site.SignedInAnewAsync(await Newcomer.OpenAsync(site, "apagar@exemplo.com.br"));
        Assert.Contains("vinte anos", (await visitor.GetAsync("/conta/dados")).Text, StringComparison.Ordinal);
        await (await visitor.GetAsync("/conta/dados")).Form("form[action*=AskDeletion]").SendAsync();

        await Eventually.IsAsync("the letter", () => site.Mail.Letters.FirstOrDefault(letter => letter.To.Contains("apagar@exemplo.com.br") && letter.Subject == "Recebemos seu pedido de exclusão"));
        var administrator = await site.SignedInAsync(Person.Administrator);
        Assert.Contains("apagar@exemplo.com.br", (await administrator.GetAsync("/admin")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("apagar@exemplo.com.br", (await (await site.SignedInAsync(Person.Planner)).GetAsync("/admin")).Text, StringComparison.Ordinal);

        await (await visitor.GetAsync("/conta/dados")).Form("form[action*=Withdraw]").SendAsync();
        Assert.DoesNotContain("apagar@exemplo.com.br", (await administrator.GetAsync("/admin")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_copy_is_there_for_whoever_is_signed_in_only() =>
        Assert.StartsWith("/entrar", (await site.Visitor().GetAsync("/conta/dados/copia")).LeadsTo, StringComparison.Ordinal);

    static async Task<Dictionary<string, JsonElement>> CopyAsync(Visitor visitor)
    {
        using var zip = new ZipArchive(new MemoryStream(await visitor.DownloadAsync("/conta/dados/copia")));
        var files = new Dictionary<string, JsonElement>();
        foreach (var entry in zip.Entries)
        {
            await using var content = await entry.OpenAsync();
            files[entry.Name] = (await JsonDocument.ParseAsync(content)).RootElement;
        }

        return files;
    }
}

public sealed class NewTextsTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_new_version_is_asked_at_the_next_sign_in_and_everything_else_leads_to_it()
    {
        var person = await Newcomer.OpenAsync(site, "versao@exemplo.com.br");
        var before = await site.SignedInAnewAsync(person);
        await site.Database.DoAsync("update kernel.setting set value = jsonb_set(value, '{terms,version}', '\"2027-01\"') where key = 'accounts.agreements'");
        Assert.Equal(HttpStatusCode.OK, (await before.GetAsync("/inicio")).Status);

        var visitor = await site.SignedInAnewAsync(person);
        Assert.Equal("/conta/termos?voltar=%2Fconta%2Fsessoes", (await visitor.GetAsync("/conta/sessoes")).LeadsTo);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/sair")).Status);

        var page = await visitor.GetAsync("/conta/termos?voltar=/conta/sessoes");
        Assert.Contains("2027-01", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await page.Form().SendAsync()).Status);
        Assert.Equal("/conta/sessoes", (await page.Form().Fill("Agrees", "true").SendAsync()).LeadsTo);

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/conta/sessoes")).Status);
        Assert.Contains("2027-01", (await visitor.GetAsync("/conta/dados")).TextOf("main table"), StringComparison.Ordinal);
    }
}
