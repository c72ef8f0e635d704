using System.Net;

using Percurso.Testing;

namespace Percurso.Tests.Content;

/// <summary>Pages are kept rendered; nobody may notice.</summary>
public sealed class KeepingPagesTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task What_is_published_is_seen_by_the_next_request_on_every_node()
    {
        var (here, there) = await site.SignedInOnTwoNodesAsync(Person.Marketing);
        var marketing = new Marketing(site, here);
        var id = await marketing.PublishedAsync("Notícias", "Edição 0.");

        for (var edition = 1; edition <= 12; edition++)
        {
            await marketing.ChangeAsync(id, $"Edição {edition}.");

            Assert.Contains($"Edição {edition}.", (await here.GetAsync("/noticias")).Text, StringComparison.Ordinal);
            Assert.Contains($"Edição {edition}.", (await there.GetAsync("/noticias")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whoever_has_a_page_already_is_told_so_until_it_changes()
    {
        var marketing = await Marketing.OfAsync(site);
        var id = await marketing.PublishedAsync("Prazos", "Cinco dias.");
        var visitor = site.Visitor();
        var tag = (await visitor.GetAsync("/prazos")).Headers["ETag"];
        visitor.Headers["If-None-Match"] = tag;

        Assert.Equal(HttpStatusCode.NotModified, (await visitor.GetAsync("/prazos")).Status);
        await marketing.ChangeAsync(id, "Quatro dias.");
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/prazos")).Status);
    }

    [Fact]
    public async Task A_kept_page_has_the_headers_of_a_fresh_one_and_says_nothing_of_who_read_it_first()
    {
        var dentist = await site.SignedInAsync(Person.Dentist);
        var (first, again, other) = (await dentist.GetAsync("/termos"), await dentist.GetAsync("/termos"), await (await site.SignedInAsync(Person.Planner)).GetAsync("/termos"));

        Assert.Equal(first.Source, again.Source);
        Assert.Equal(first.Source, other.Source);
        Assert.DoesNotContain("Moraes", first.Source, StringComparison.Ordinal);
        Assert.Contains("/minha-area", first.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("/minha-area", (await site.Visitor().GetAsync("/termos")).Source, StringComparison.Ordinal);
        foreach (var name in (string[])["Content-Security-Policy", "X-Content-Type-Options", "Content-Language", "Referrer-Policy", "Vary"])
            Assert.Equal(first.Headers[name], again.Headers[name]);
        Assert.DoesNotContain("Set-Cookie", again.Headers.Keys);
    }

    [Fact]
    public async Task A_company_that_changes_its_name_changes_it_on_pages_that_are_kept()
    {
        await site.Visitor().GetAsync("/");
        var administrator = await site.SignedInAsync(Person.Administrator);
        await (await administrator.GetAsync("/admin/configuracoes")).Form("form:has([name='Input.SiteName'])").Fill("Input.SiteName", "Guias da Serra").SendAsync();

        Assert.Contains("Guias da Serra", (await site.Visitor().GetAsync("/")).TextOf("title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_that_waits_for_one_reader_is_shown_to_that_reader_only()
    {
        var writer = site.Visitor();
        await writer.GetAsync("/contato");
        var sent = await (await writer.GetAsync("/contato")).Form().Fill("Input.Name", "Ana").Fill("Input.Email", "ana@example.com").Fill("Input.Text", "Oi.").SendAsync();

        Assert.Contains("Sua mensagem foi enviada.", (await sent.FollowAsync()).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sua mensagem foi enviada.", (await site.Visitor().GetAsync("/contato")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sua mensagem foi enviada.", (await writer.GetAsync("/contato")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_comes_compressed_for_those_who_take_it()
    {
        var visitor = site.Visitor();
        visitor.Headers["Accept-Encoding"] = "gzip, br";
        await visitor.GetAsync("/");

        Assert.Equal("br", (await visitor.GetAsync("/")).Headers["Content-Encoding"]);
        Assert.DoesNotContain("Content-Encoding", (await site.Visitor().GetAsync("/")).Headers.Keys);
    }
}
