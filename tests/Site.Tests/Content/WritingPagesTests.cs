using System.Net;

using AngleSharp.Dom;
using AngleSharp.Html.Dom;

using Percurso.Testing;

namespace Percurso.Tests.Content;

public sealed class WritingPagesTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_page_is_written_published_moved_and_found_under_both_addresses()
    {
        var marketing = await Marketing.OfAsync(site);
        var id = await marketing.WriteAsync("Cursos de Implante", "**Turmas** em março.");
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync("/cursos-de-implante")).Status);

        await (await marketing.EditorAsync(id)).SendAsync("Publicar");
        var page = await site.Visitor().GetAsync("/cursos-de-implante");
        Assert.Equal("Turmas", page.TextOf("main strong"));
        Assert.Equal("Cursos de Implante", page.TextOf("h1"));

        await (await marketing.Visitor.GetAsync($"/admin/paginas/{id}/endereco")).Form().Fill("Input.Address", "Formação").SendAsync();
        Assert.Equal("/formacao", (await site.Visitor().GetAsync("/cursos-de-implante")).LeadsTo);
        Assert.Equal("/formacao?a=b", (await site.Visitor().GetAsync("/cursos-de-implante?a=b")).LeadsTo);
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().GetAsync("/formacao")).Status);

        await (await marketing.Visitor.GetAsync($"/admin/paginas/{id}/endereco")).Form().Fill("Input.Address", "turmas").SendAsync();
        Assert.Equal("/turmas", (await site.Visitor().GetAsync("/cursos-de-implante")).LeadsTo);
        await (await marketing.Visitor.GetAsync($"/admin/paginas/{id}/endereco")).Form().Fill("Input.Address", "formacao").SendAsync();
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().GetAsync("/formacao")).Status);
        Assert.Equal("/formacao", (await site.Visitor().GetAsync("/turmas")).LeadsTo);
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("conta/termos")]
    [InlineData("entrar")]
    [InlineData("health")]
    [InlineData("busca")]
    public async Task An_address_of_the_application_is_refused_in_one_sentence(string address)
    {
        var marketing = await Marketing.OfAsync(site);
        var id = await marketing.WriteAsync($"Página {address}", "x");

        var refused = await (await marketing.Visitor.GetAsync($"/admin/paginas/{id}/endereco")).Form().Fill("Input.Address", address).SendAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("Este começo de endereço já é de outra parte do site. Escolha outro, como /sobre.", refused.TextOf(".error-summary li"));
    }

    [Fact]
    public async Task An_address_another_page_has_is_refused()
    {
        var marketing = await Marketing.OfAsync(site);
        var id = await marketing.WriteAsync("Outra", "x");

        var refused = await (await marketing.Visitor.GetAsync($"/admin/paginas/{id}/endereco")).Form().Fill("Input.Address", "contato").SendAsync();

        Assert.Equal("Outra página já está neste endereço. Escolha outro.", refused.TextOf(".error-summary li"));
    }

    [Fact]
    public async Task A_page_goes_on_the_air_and_off_it_at_its_hours()
    {
        var marketing = await Marketing.OfAsync(site);
        var id = await marketing.WriteAsync("Congresso", "Estaremos lá.");
        var page = await marketing.Visitor.GetAsync($"/admin/paginas/{id}");
        await page.Form("form[action*=handler\\=PublishAt]").Fill("PublishAt.At", "2035-05-08T10:00").SendAsync();
        await page.Form("form[action*=UnpublishAt]").Fill("UnpublishAt.At", "2035-05-08T11:00").SendAsync();

        await marketing.RunJobAsync("PublishWhatIsDue");
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync("/congresso")).Status);

        site.Clock.Pass(TimeSpan.FromHours(1));   // ten o'clock in São Paulo
        await Eventually.IsSoAsync("the page on the air", async () =>
        {
            await marketing.RunJobAsync("PublishWhatIsDue");
            return (await site.Visitor().GetAsync("/congresso")).Status == HttpStatusCode.OK;
        });

        site.Clock.Pass(TimeSpan.FromHours(1));
        await Eventually.IsSoAsync("the page off the air", async () =>
        {
            await marketing.RunJobAsync("PublishWhatIsDue");
            return (await site.Visitor().GetAsync("/congresso")).Status == HttpStatusCode.NotFound;
        });
    }

    [Fact]
    public async Task Of_two_editors_the_second_is_told_and_both_texts_are_found()
    {
        var (davi, marina) = (await Marketing.OfAsync(site), await Marketing.OfAsync(site, Person.Administrator));
        var id = await davi.WriteAsync("Valores", "No começo.");
        var (his, hers) = (await davi.EditorAsync(id), await marina.EditorAsync(id));

        await his.Fill(Marketing.TextOf(his), "Como Davi escreveu.").SendAsync("Salvar rascunho");
        var told = await (await hers.Fill(Marketing.TextOf(hers), "Como Marina escreveu.").SendAsync("Salvar rascunho")).FollowAsync();

        Assert.Contains("Davi Nogueira salvou esta página enquanto você escrevia.", told.Text, StringComparison.Ordinal);
        var both = await marina.Visitor.GetAsync(told.Document.QuerySelector("main tbody a")!.GetAttribute("href")!);
        Assert.Equal("Como Marina escreveu.", both.TextOf(".compare del"));
        Assert.Equal("Como Davi escreveu.", both.TextOf(".compare ins"));

        await both.Form().SendAsync();
        Assert.Contains("Como Marina escreveu.", (await marina.EditorAsync(id)).ValueOf(Marketing.TextOf(his)), StringComparison.Ordinal);
        var versions = await marina.Visitor.GetAsync($"/admin/paginas/{id}/versoes");
        Assert.Equal(2, versions.Document.QuerySelectorAll("main tbody tr").Length);
    }

    [Fact]
    public async Task Who_else_has_the_page_open_is_said()
    {
        var (davi, marina) = (await Marketing.OfAsync(site), await Marketing.OfAsync(site, Person.Administrator));
        var id = await davi.WriteAsync("Missão", "x");
        await HereAsync(davi, id);

        Assert.Contains("Davi Nogueira também está com esta página aberta.", await HereAsync(marina, id), StringComparison.Ordinal);
        site.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.DoesNotContain("Davi", await HereAsync(marina, id), StringComparison.Ordinal);

        static async Task<string> HereAsync(Marketing one, string id)
        {
            var form = await one.EditorAsync(id);
            return (await one.Visitor.PostAsync($"/admin/paginas/{id}?handler=Here",
                ("__RequestVerificationToken", form.ValueOf("__RequestVerificationToken")!), ("from", form.ValueOf("from")!))).Source.Replace("\\u00E9", "é", StringComparison.Ordinal).Replace("\\u00E1", "á", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Blocks_are_moved_copied_hidden_and_deleted_by_buttons()
    {
        var marketing = await Marketing.OfAsync(site);
        var id = await marketing.WriteAsync("Blocos", "Primeiro.");
        await (await marketing.EditorAsync(id)).SendAsync("Citação");
        Assert.Equal(["text", "quotation"], await KindsAsync());

        await PressAsync("[data-move='1']");
        Assert.Equal(["quotation", "text"], await KindsAsync());
        await PressAsync("button[value^='copy:']");
        Assert.Equal(["quotation", "quotation", "text"], await KindsAsync());
        await PressAsync("[data-delete]");
        Assert.Equal(["quotation", "text"], await KindsAsync());
        await PressAsync("[data-hide]");
        Assert.Equal(["true", "false"], (await PageAsync()).Document.QuerySelectorAll(".editor-block").Select(block => block.GetAttribute("data-hidden")!));

        async Task<Percurso.Testing.Http.Page> PageAsync() => await marketing.Visitor.GetAsync($"/admin/paginas/{id}");

        async Task<string[]> KindsAsync() => [.. (await PageAsync()).Document.QuerySelectorAll("input[name$='.kind']").Select(kind => kind.GetAttribute("value")!)];

        async Task PressAsync(string button)
        {
            var page = await PageAsync();
            var act = page.Document.QuerySelector($".editor-block {button}")!.GetAttribute("value")!;
            await marketing.Visitor.PostAsync(page.Path, [.. page.Document.QuerySelectorAll("#editor input, #editor textarea, #editor select")
                .Where(field => field.GetAttribute("type") != "checkbox" || field.HasAttribute("checked")).Select(Filled), ("act", act)]);
        }
    }

    static (string Name, string Value) Filled(IElement field) => (field.GetAttribute("name")!, field switch
    {
        IHtmlTextAreaElement text => text.Value,
        IHtmlSelectElement choice => choice.Value ?? "",
        _ => field.GetAttribute("value") ?? "",
    });

    [Fact]
    public async Task A_link_that_could_run_a_script_is_refused_beside_its_field()
    {
        var marketing = await Marketing.OfAsync(site);
        var id = await marketing.WriteAsync("Chamar", "x");
        await (await marketing.EditorAsync(id)).SendAsync("Chamada");
        var form = await marketing.EditorAsync(id);
        var link = form.Fields.Single(field => field.Name.EndsWith(".link", StringComparison.Ordinal)).Name;

        var refused = await form.Fill(link, "javascript:alert(1)").SendAsync("Salvar rascunho");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.StartsWith("Escreva um endereço que comece com https://", refused.Form("form#editor").Fields.Single(field => field.Name == link).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_accept_a_text_again_when_whoever_publishes_says_so()
    {
        var marketing = await Marketing.OfAsync(site);
        var terms = (await marketing.Visitor.GetAsync("/admin/paginas?q=termos de uso")).Document.QuerySelector("main tbody a")!.GetAttribute("href")!.Split('/')[^1];
        await (await marketing.EditorAsync(terms)).SendAsync("Publicar");
        Assert.Null(await LedToAsync());

        await (await marketing.EditorAsync(terms)).Fill("renew", "true").SendAsync("Publicar");
        Assert.StartsWith("/conta/termos", await LedToAsync(), StringComparison.Ordinal);

        // Whoever signs in is asked; a session that is open is, when it is checked the next time.
        async Task<string?> LedToAsync() => (await (await site.SignedInAnewAsync(Person.Dentist)).GetAsync("/inicio")).LeadsTo;
    }
}
