using System.IO.Compression;
using System.Net;
using System.Text;

using Percurso.Testing;
using Percurso.Testing.Databases;
using Percurso.Testing.Http;

namespace Percurso.Tests.Content;

public sealed class ImportingFromOrchardTests(Site site) : IClassFixture<Site>
{
    static readonly string folder = Repository.At("tests", "Site.Tests", "Content", "Orchard");

    async Task<Page> SentAsync(string name, byte[] bytes)
    {
        var page = await (await site.SignedInAsync(Person.Administrator)).GetAsync("/admin/orchard");
        return await page.Form().UploadAsync([(name, bytes)]);
    }

    async Task<Page> RehearsedAsync(string recipe) => await (await SentAsync(recipe, await File.ReadAllBytesAsync(Path.Combine(folder, recipe)))).FollowAsync();

    async Task<Page> ImportedAsync(string name, byte[] bytes)
    {
        var rehearsal = await (await SentAsync(name, bytes)).FollowAsync();
        return await (await rehearsal.Form().SendAsync()).FollowAsync();
    }

    Task<Rows> RowsAsync() => Rows.OfAsync(site.Database, "jobs.*", "kernel.*");

    /// <summary>What an import may write; other modules go on with their own work meanwhile.</summary>
    static bool IsTouched(string table) =>
        table != "content.edition" && (table.StartsWith("content.", StringComparison.Ordinal) || table.StartsWith("accounts.role", StringComparison.Ordinal));

    [Fact]
    public async Task A_real_page_of_nested_widgets_renders_with_its_title_address_and_text()
    {
        var rehearsal = await RehearsedAsync("schedule.recipe.json");
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor("en").GetAsync("/en/schedule")).Status);

        await rehearsal.Form().SendAsync();

        var page = await site.Visitor("en").GetAsync("/en/schedule");
        Assert.Equal("Schedule", page.TextOf("h1"));
        Assert.Contains("Please bring your registration ID.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Main hall", page.Text, StringComparison.Ordinal);
        Assert.Equal("Opening Ceremony", page.Document.QuerySelectorAll("main h2, main h3").Select(heading => heading.TextContent.Trim()).FirstOrDefault(words => words == "Opening Ceremony"));
    }

    [Theory]
    [InlineData("digital.recipe.json", "Módulos e temas do Orchard não rodam aqui.")]
    [InlineData("digital.recipe.json", "É um widget de camada do tema do Orchard; cabeçalho e rodapé aqui são do tema e dos menus.")]
    [InlineData("digital.recipe.json", "O arquivo não veio junto. Exporte do Orchard como ZIP, com a mídia.")]
    [InlineData("contact-form.recipe.json", "Fluxos de trabalho do Orchard não rodam aqui.")]
    [InlineData("contact-form.recipe.json", "Este tipo de conteúdo não tem correspondente aqui: não é página, menu nem redirecionamento.")]
    [InlineData("bootstrap-initial.recipe.json", "Camadas são do tema do Orchard.")]
    [InlineData("roles.recipe.json", "Quem visita e quem entrou não são papéis aqui.")]
    public async Task What_has_no_place_here_is_said_with_its_reason(string recipe, string reason) =>
        Assert.Contains(reason, (await RehearsedAsync(recipe)).TextOf("main"), StringComparison.Ordinal);

    [Fact]
    public async Task Roles_come_without_permissions()
    {
        await (await RehearsedAsync("roles.recipe.json")).Form().SendAsync();

        Assert.Contains("Hacker", (await (await site.SignedInAsync(Person.Administrator)).GetAsync("/admin/papeis")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zip_brings_pictures_pages_menus_and_redirects_and_a_second_time_changes_nothing()
    {
        var zip = Zip(Recipe, ("media/sede.jpg", SampleFiles.Jpeg()));
        await ImportedAsync("site.zip", zip);

        var page = await site.Visitor().GetAsync("/a-clinica");
        Assert.Equal("A clínica", page.TextOf("h1"));
        Assert.Equal("negrito", page.TextOf("main strong"));
        Assert.Equal("/contato", page.Document.QuerySelector("main a")?.GetAttribute("href"));
        Assert.DoesNotContain("alert", page.TextOf("main"), StringComparison.Ordinal);
        Assert.Equal("/a-clinica", (await site.Visitor().GetAsync("/velho")).LeadsTo);
        Assert.Equal(HttpStatusCode.Redirect, (await site.Visitor().GetAsync("/midia/sede")).Status);

        var rows = await RowsAsync();
        var again = await (await SentAsync("site.zip", zip)).FollowAsync();
        Assert.Contains("já estão aqui e ficam como estão", again.Text, StringComparison.Ordinal);
        Assert.Empty(again.Document.QuerySelectorAll("main form"));
        Assert.Equal(["content.orchard_upload"], (await RowsAsync()).ChangedSince(rows).Where(IsTouched));
    }

    [Fact]
    public async Task A_broken_step_leaves_nothing_half_imported()
    {
        var rows = await RowsAsync();
        var broken = Recipe.Replace("/a-clinica\"", "/outra\"", StringComparison.Ordinal).Replace("\"a-clinica\"", "\"meia-pagina\"", StringComparison.Ordinal)
            .Replace("\"steps\": [", "\"steps\": [ { \"name\": \"roles\", \"Roles\": [ { \"Name\": \"Meio\" } ] },", StringComparison.Ordinal)
            .TrimEnd().TrimEnd('}').TrimEnd().TrimEnd(']') + ", { \"name\": \"content\", \"data\": 7 } ] }";

        var refused = await SentAsync("quebrada.json", Encoding.UTF8.GetBytes(broken));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("está quebrado: falta a lista de itens. Nada foi importado.", refused.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.DoesNotContain((await RowsAsync()).ChangedSince(rows), IsTouched);
    }

    [Theory]
    [InlineData("nada.json", "bom dia")]
    [InlineData("nada.json", "{ \"steps\": 3 }")]
    [InlineData("nada.zip", "PK nothing")]
    public async Task What_is_no_recipe_is_refused_in_one_sentence(string name, string text) =>
        Assert.Single((await SentAsync(name, Encoding.UTF8.GetBytes(text))).Document.QuerySelectorAll(".error-summary li"));

    const string Recipe =
        """
        { "name": "site", "steps": [
          { "name": "media", "Files": [ { "TargetPath": "sede.jpg", "SourcePath": "media/sede.jpg" } ] },
          { "name": "content", "data": [
            { "ContentItemId": "4clinica", "ContentType": "Page", "DisplayText": "A clínica", "Published": true,
              "TitlePart": { "Title": "A clínica" }, "AutoroutePart": { "Path": "a-clinica" },
              "HtmlBodyPart": { "Html": "<h2>Bem-vindo</h2><p>Um texto com <b>negrito</b> e <a href='~/contato'>um link</a>.<script>alert(1)</script></p><p><img src='/media/sede.jpg' alt='A sede'></p><p><a href='javascript:alert(1)'>não</a></p>" } },
            { "ContentType": "Redirect", "DisplayText": "velho", "RedirectPart": { "FromUrl": "velho", "ToUrl": "/a-clinica" } },
            { "ContentType": "Menu", "DisplayText": "Rodapé en", "TitlePart": { "Title": "Footer en" }, "MenuItemsListPart": { "MenuItems": [
              { "ContentType": "LinkMenuItem", "LinkMenuItemPart": { "Name": "A clínica", "Url": "~/a-clinica" } } ] } } ] } ] }
        """;

    static byte[] Zip(string recipe, params (string Path, byte[] Bytes)[] files)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, bytes) in files.Prepend(("Recipe.json", Encoding.UTF8.GetBytes(recipe))))
                using (var entry = zip.CreateEntry(path).Open()) entry.Write(bytes);
        return packed.ToArray();
    }
}
