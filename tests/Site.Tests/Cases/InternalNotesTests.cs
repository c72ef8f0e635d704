using System.IO.Compression;
using System.Net;
using System.Text;

using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Cases;

/// <summary>What the company writes for itself, looked for wherever a dentist could come across it.</summary>
public sealed class InternalNotesTests(Site site) : IClassFixture<Site>
{
    const string Secret = "dentista-difícil-não-contar";

    [Fact]
    public async Task An_internal_note_reaches_no_dentist_by_any_way()
    {
        var dentist = await site.SignedInAsync(Person.Dentist);
        var planner = await site.SignedInAsync(Person.Planner);
        var path = await dentist.OpenCaseAsync("Ruth Salles", 36);
        await (await planner.GetAsync($"{path}/notas")).Form().Fill("Input.Text", Secret).SendAsync();
        await (await planner.GetAsync($"{path}/mensagens")).Form("#escrever").Fill("Input.Text", "Bom dia.").SendAsync();
        await (await planner.GetAsync($"{path}/espera")).Form("form[action*=Hold]").Fill("Hold.Words", "Falta o exame.").SendAsync();
        await site.RowsAsync();
        Assert.Contains(Secret, (await planner.GetAsync($"{path}/notas")).Text, StringComparison.Ordinal);

        // Every page a dentist, the assistant and a dentist of another clinic can reach, and the addresses nobody links to.
        foreach (var person in new[] { Person.Dentist, Person.Assistant, Person.Stranger })
        {
            var visitor = await site.SignedInAsync(person);
            foreach (var (address, page) in await Crawl.FromAsync(visitor, "/inicio", path)) Assert.False(page.Source.Contains(Secret, StringComparison.Ordinal), $"{address} tells the {person.Role}.");
            Assert.NotEqual(HttpStatusCode.OK, (await visitor.GetAsync($"{path}/notas")).Status);
            Assert.NotEqual(HttpStatusCode.OK, (await visitor.PostAsync($"{path}/notas", ("Input.Text", "x"))).Status);
            Assert.DoesNotContain(Secret, (await visitor.GetAsync($"/inicio?q={Uri.EscapeDataString(Secret)}")).TextOf("table"), StringComparison.Ordinal);
        }

        // Their letters, and the copy of their data.
        Assert.DoesNotContain(site.Mail.Letters, letter => (letter.Subject + letter.Text + letter.Html).Contains(Secret, StringComparison.Ordinal));
        using var copy = new ZipArchive(new MemoryStream(await dentist.DownloadAsync("/conta/dados/copia")));
        foreach (var entry in copy.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            Assert.DoesNotContain(Secret, await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }
}
