using System.Net;
using System.Text.Json;

using Percurso.Testing;

namespace Percurso.Tests.Content;

public sealed class ReadingPagesTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task An_address_speaks_one_language_whatever_the_reader_asks_for()
    {
        var portuguese = await site.Visitor("en").GetAsync("/contato");
        var english = await site.Visitor("pt-BR").GetAsync("/en/contact");

        Assert.Equal(("pt-BR", "Contato"), (portuguese.Headers["Content-Language"], portuguese.TextOf("h1")));
        Assert.Equal(("en", "Contact"), (english.Headers["Content-Language"], english.TextOf("h1")));
        Assert.EndsWith("/en/contact", portuguese.Document.QuerySelector("link[hreflang=en]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.EndsWith("/contato", english.Document.QuerySelector("link[hreflang=x-default]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.EndsWith("/en/contact", english.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_shared_brings_its_first_picture()
    {
        var page = await site.Visitor().GetAsync("/missao");
        var address = page.Document.QuerySelector("meta[property='og:image']")!.GetAttribute("content")!;

        Assert.StartsWith("http://localhost/midia/", address, StringComparison.Ordinal);
        Assert.StartsWith("image/", (await site.Visitor().FetchAsync(new Uri(address).AbsolutePath)).Content.Headers.ContentType!.MediaType, StringComparison.Ordinal);
        Assert.Null((await site.Visitor().GetAsync("/privacidade")).Document.QuerySelector("meta[property='og:image']"));
    }

    [Fact]
    public async Task Choosing_a_language_leads_to_the_same_page_in_it()
    {
        var visitor = site.Visitor();
        var page = await visitor.GetAsync("/contato");

        Assert.Equal("/en/contact", (await page.Form("form[action='/idioma']").SendAsync("English")).LeadsTo);
    }

    [Fact]
    public async Task Search_finds_words_without_their_accents_in_the_readers_language()
    {
        var marketing = await Marketing.OfAsync(site);
        await marketing.PublishedAsync("Radiografia panorâmica", "Não substitui a tomografia computadorizada.");
        await marketing.WriteAsync("Rascunho de panorâmica", "Ainda não está no ar.");

        Assert.Equal(["Radiografia panorâmica"], await FoundAsync("panoramica TOMOGRAFIA"));
        Assert.Empty(await FoundAsync("xilofone"));
        Assert.Equal(["Contact"], await FoundAsync("working day", "en"));
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().GetAsync("/busca?q=%25_'")).Status);

        async Task<string[]> FoundAsync(string words, string language = "pt-BR") =>
            [.. (await site.Visitor(language).GetAsync($"/busca?q={Uri.EscapeDataString(words)}")).Document.QuerySelectorAll(".results h2").Select(title => title.TextContent.Trim())];
    }

    [Fact]
    public async Task Crawlers_are_told_of_what_is_on_the_air()
    {
        var marketing = await Marketing.OfAsync(site);
        await marketing.WriteAsync("Segredo de rascunho", "x");

        var map = (await site.Visitor().GetAsync("/sitemap.xml")).Source;

        Assert.Contains("/en/contact</loc>", map, StringComparison.Ordinal);
        Assert.DoesNotContain("segredo", map, StringComparison.Ordinal);
        Assert.Contains("/sitemap.xml", (await site.Visitor().GetAsync("/robots.txt")).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Structured_data_tells_of_the_organisation_and_of_questions_and_nothing_in_it_ends_the_script()
    {
        var home = await site.Visitor().GetAsync("/");
        using var about = JsonDocument.Parse(home.Document.QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.Equal("Organization", about.RootElement.GetProperty("@type").GetString());

        var marketing = await Marketing.OfAsync(site);
        var id = await marketing.WriteAsync("Dúvidas", "x");
        await (await marketing.EditorAsync(id)).SendAsync("Perguntas frequentes");
        var page = await marketing.Visitor.GetAsync($"/admin/paginas/{id}");
        var item = page.Document.QuerySelector("button[value^='item:']")!.GetAttribute("value")!["item:".Length..];
        var form = page.Form("form#editor");
        await marketing.Visitor.PostAsync(page.Path, [.. form.Fields.Where(field => field.Name.StartsWith("b.", StringComparison.Ordinal) || field.Name is "title" or "from" or "__RequestVerificationToken").Select(field => (field.Name, form.ValueOf(field.Name)!)),
            ("block", item.Split('.')[1]), (item, "0"), ($"{item}.0.asked", "</script><script>alert(1)</script>"), ($"{item}.0.answer", "Sim, **sempre**."), ("act", "publish")]);

        var shown = await site.Visitor().GetAsync("/duvidas");
        var data = Assert.Single(shown.Document.QuerySelectorAll("script[type='application/ld+json']")).TextContent;
        using var faq = JsonDocument.Parse(data);
        Assert.Equal("</script><script>alert(1)</script>", faq.RootElement.GetProperty("mainEntity")[0].GetProperty("name").GetString());
        Assert.DoesNotContain("<", data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_written_by_hand_and_taken_away()
    {
        var marketing = await Marketing.OfAsync(site);
        var page = await marketing.Visitor.GetAsync("/admin/redirecionamentos");
        await page.Form("main form.card").Fill("Input.Origin", "/fale-conosco").Fill("Input.Target", "/contato").SendAsync();
        Assert.Equal("/contato", (await site.Visitor().GetAsync("/fale-conosco")).LeadsTo);

        var refused = await (await marketing.Visitor.GetAsync("/admin/redirecionamentos")).Form("main form.card").Fill("Input.Origin", "/contato2").Fill("Input.Target", "//evil.example").SendAsync();
        Assert.Equal("Escreva um endereço deste site, começando com a barra, como /quem-somos.", refused.TextOf(".error-summary li"));

        await (await marketing.Visitor.GetAsync("/admin/redirecionamentos")).Form("form[action*=Remove]").SendAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync("/fale-conosco")).Status);
    }
}
