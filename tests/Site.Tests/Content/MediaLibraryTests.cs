using System.Net;

using Microsoft.Extensions.DependencyInjection;

using Percurso.Content.Contracts;
using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Content;

public sealed class MediaLibraryTests(Site site) : IClassFixture<Site>
{
    const string Upload = "media-upload form";
    const string Describe = "form[action*=Describe]";

    async Task<Page> UploadedAsync(params (string Name, byte[] Bytes)[] files)
    {
        var library = await (await site.SignedInAsync(Person.Marketing)).GetAsync("/admin/midia");
        return await library.Form(Upload).UploadAsync(files);
    }

    async Task<Page> ItemAsync(params (string Name, byte[] Bytes)[] files) => await (await UploadedAsync(files)).FollowAsync();

    [Fact]
    public async Task A_picture_is_offered_to_pages_once_somebody_says_what_it_shows()
    {
        var item = await ItemAsync(("Fachada da sede.jpg", SampleFiles.Jpeg()));
        Assert.Contains("Diga o que a imagem mostra.", item.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("fachada-da-sede", await OfferedAsync(), StringComparison.Ordinal);

        var refused = await item.Form(Describe).Fill("Input.Title", "Fachada").Fill("Input.Alt", " ").SendAsync();
        Assert.Equal("Escreva o que a imagem mostra: é o que ouve quem não a vê.", refused.TextOf(".error-summary li"));
        Assert.Equal("Fachada", refused.Form(Describe).ValueOf("Input.Title"));

        await item.Form(Describe).Fill("Input.Alt", "A casa azul onde trabalhamos.").SendAsync();
        Assert.Contains("fachada-da-sede", await OfferedAsync(), StringComparison.Ordinal);

        async Task<string> OfferedAsync() => (await (await site.SignedInAsync(Person.Marketing)).GetAsync("/admin/midia/escolher?tipo=imagens&q=fachada")).Source;
    }

    [Fact]
    public async Task Anybody_gets_the_file_for_ever_without_what_the_camera_wrote()
    {
        await ItemAsync(("praca.jpg", SampleFiles.Jpeg()));
        var leads = await site.Visitor().GetAsync("/midia/praca");
        Assert.Equal("no-cache", leads.Headers["Cache-Control"]);

        using var file = await site.Visitor().FetchAsync(leads.LeadsTo!);
        var bytes = await file.Content.ReadAsByteArrayAsync();

        Assert.DoesNotContain(SampleFiles.Place, System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal("image/jpeg", file.Content.Headers.ContentType?.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", file.Headers.CacheControl?.ToString());
        Assert.Equal("nosniff", Assert.Single(file.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task A_document_is_given_in_ranges()
    {
        var pdf = SampleFiles.Pdf(3);
        await ItemAsync(("fluxo.pdf", pdf));
        var address = (await site.Visitor().GetAsync("/midia/fluxo")).LeadsTo!;

        using var part = await site.Visitor().FetchAsync(address, "bytes=10-19");

        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(pdf[10..20], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal(pdf, await site.Visitor().DownloadAsync(address));
    }

    [Fact]
    public async Task Replacing_a_file_keeps_the_item_and_the_old_version()
    {
        var item = await ItemAsync(("guia de fotos.pdf", SampleFiles.Pdf(2)));
        var before = (await site.Visitor().GetAsync("/midia/guia-de-fotos")).LeadsTo!;

        await item.Form("form[action*=Replace]").UploadAsync([("guia novo.pdf", SampleFiles.Pdf(5))]);

        var after = (await site.Visitor().GetAsync("/midia/guia-de-fotos")).LeadsTo!;
        Assert.NotEqual(before, after);
        Assert.Equal(SampleFiles.Pdf(2), await site.Visitor().DownloadAsync(before));
        Assert.Equal(SampleFiles.Pdf(5), await site.Visitor().DownloadAsync(after));

        await using var scope = site.Services.CreateAsyncScope();
        var library = scope.ServiceProvider.GetRequiredService<IMediaLibrary>();
        var found = await library.FindAsync("guia-de-fotos", CancellationToken.None);
        Assert.Equal((2, 5), (found!.Current.Number, found.Current.Pages));
        Assert.Equal([2, 1], (await library.EditionsAsync(found.Id, CancellationToken.None)).Select(edition => edition.Number));
        await using var stream = library.Open(found.Current);
        var bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes);
        Assert.Equal(SampleFiles.Pdf(5), bytes);
    }

    [Fact]
    public async Task A_picture_cannot_take_the_place_of_a_document()
    {
        var item = await ItemAsync(("tabela.pdf", SampleFiles.Pdf()));

        var refused = await item.Form("form[action*=Replace]").UploadAsync([("foto.jpg", SampleFiles.Jpeg())]);

        Assert.Equal("Este item é de outro tipo. Troque imagem por imagem e PDF por PDF, ou envie como item novo.", refused.TextOf(".error-summary li"));
    }

    [Fact]
    public async Task A_deleted_picture_is_gone_and_the_same_picture_of_another_item_stays()
    {
        var item = await ItemAsync(("primeira.png", SampleFiles.Png(333, 222)));
        await ItemAsync(("segunda.png", SampleFiles.Png(333, 222)));
        var address = (await site.Visitor().GetAsync("/midia/primeira")).LeadsTo!;
        await (await (await site.SignedInAsync(Person.Marketing)).GetAsync(item.Path + "/apagar")).Form().SendAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync("/midia/primeira")).Status);
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().GetAsync(address)).Status);

        var other = await (await site.SignedInAsync(Person.Marketing)).GetAsync("/admin/midia?q=segunda");
        await (await (await site.SignedInAsync(Person.Marketing)).GetAsync(other.Document.QuerySelector(".media-card a")!.GetAttribute("href") + "/apagar")).Form().SendAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync(address)).Status);
    }

    [Fact]
    public async Task Sizes_of_different_pictures_are_not_one_picture()
    {
        var refused = await UploadedAsync(("a.png", SampleFiles.Png(800, 600)), ("a.png", SampleFiles.Png(400, 200)));

        Assert.Equal("Os tamanhos enviados não são da mesma imagem. Escolha a imagem de novo.", refused.TextOf(".error-summary li"));
    }

    [Theory]
    [InlineData("foto.jpg", 13, "“foto.jpg” tem 13 MB; uma imagem pode ter até 12 MB. Diminua-a e envie de novo.")]
    [InlineData("guia.pdf", 26, "“guia.pdf” tem 26 MB; um PDF pode ter até 25 MB. Diminua-o e envie de novo.")]
    public async Task A_file_that_is_too_large_is_refused_in_one_sentence(string name, int megabytes, string sentence)
    {
        var refused = await UploadedAsync((name, new byte[megabytes << 20]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(sentence, refused.TextOf(".error-summary li"));
    }

    [Fact]
    public async Task Folders_hold_items_and_dissolve_into_the_one_above()
    {
        var marketing = await site.SignedInAsync(Person.Marketing);
        var library = await (await (await marketing.GetAsync("/admin/midia")).Form("form[action*=Folder]").Fill("name", "Equipe").SendAsync()).FollowAsync();
        var item = await (await library.Form(Upload).UploadAsync([("ana.jpg", SampleFiles.Jpeg())])).FollowAsync();
        Assert.Equal("Equipe", item.Form(Describe).ValueOf("Input.Folder"));

        var folder = await marketing.GetAsync("/admin/midia/pasta?pasta=Equipe");
        await folder.Form("form[action*=Rename]").Fill("Input.Name", "Pessoas").SendAsync();
        Assert.Equal("Pessoas", (await marketing.GetAsync(item.Path)).Form(Describe).ValueOf("Input.Folder"));

        await (await marketing.GetAsync("/admin/midia/pasta?pasta=Pessoas")).Form("form[action*=Delete]").SendAsync();
        Assert.Equal("", (await marketing.GetAsync(item.Path)).Form(Describe).ValueOf("Input.Folder"));
    }
}
