using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;

using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Files;

/// <summary>All that is kept of a case, taken away as one ZIP.</summary>
public sealed partial class TakingItemsInTests
{
    [Fact]
    public async Task The_case_file_holds_each_sides_part_with_hashes_and_names_what_was_altered()
    {
        var (dentist, planner) = (await site.OnLineAsync(Person.Dentist), await site.OnLineAsync(Person.Planner));
        var (path, number) = ($"/casos/{await site.CaseAsync()}", await NumberAsync());
        var id = await SendAsync("smile-photos", "sorriso de Maria.pdf", sheet);
        await (await planner.GetAsync($"{path}/mensagens")).Form("#escrever").Fill("Input.Text", "Bom dia; tudo certo?").SendAsync();
        await (await planner.GetAsync($"{path}/notas")).Form().Fill("Input.Text", "Cuidado com este.").SendAsync();
        Assert.Contains("Baixar o arquivo do caso", (await dentist.GetAsync($"{path}/historico")).Text, StringComparison.Ordinal);

        var own = await FileAsync(dentist, path);
        Assert.All(["historico.csv", "mensagens.csv", "arquivos.csv", $"{number}_resumo.pdf"], name => Assert.Contains(name, own.Keys));
        Assert.All(["notas-internas.csv", "acessos.csv"], name => Assert.DoesNotContain(name, own.Keys));
        Assert.Contains("\"Bom dia; tudo certo?\"", Encoding.UTF8.GetString(own["mensagens.csv"]), StringComparison.Ordinal);
        Assert.Equal(sheet, own.Last(entry => entry.Key.StartsWith($"arquivos/{number}_smile-photos_v", StringComparison.Ordinal)).Value);
        Assert.DoesNotContain(own.Keys, name => name.Contains("Maria", StringComparison.Ordinal));
        Assert.Equal(
            own.Where(entry => entry.Key != "sha256.txt").Select(entry => $"{Convert.ToHexStringLower(SHA256.HashData(entry.Value))}  {entry.Key}").Order(StringComparer.Ordinal),
            Lines(own["sha256.txt"]).Order(StringComparer.Ordinal));

        var theirs = await FileAsync(planner, path);
        Assert.Contains("Cuidado com este.", Encoding.UTF8.GetString(theirs["notas-internas.csv"]), StringComparison.Ordinal);
        Assert.Contains("Lúcia Moraes", Encoding.UTF8.GetString(theirs["acessos.csv"]), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.OnLineAsync(Person.Assistant)).GetAsync($"{path}/arquivo")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.OnLineAsync(Person.Stranger)).GetAsync($"{path}/arquivo")).Status);

        await site.Database.DoAsync($"update files.file set sha256 = '{new string('0', 64)}' where id = '{id}'");
        Assert.Contains(Lines((await FileAsync(planner, path))["sha256.txt"]), line => line.StartsWith('#') && line.EndsWith($": altered, was {new string('0', 64)}", StringComparison.Ordinal));
    }

    static string[] Lines(byte[] text) => Encoding.UTF8.GetString(text).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    static async Task<Dictionary<string, byte[]>> FileAsync(Visitor visitor, string path)
    {
        using var zip = new ZipArchive(new MemoryStream(await visitor.DownloadAsync($"{path}/arquivo")));
        var found = new Dictionary<string, byte[]>();
        foreach (var entry in zip.Entries)
        {
            using var read = new MemoryStream();
            await using (var content = await entry.OpenAsync()) await content.CopyToAsync(read);
            found.Add(entry.FullName, read.ToArray());
        }

        return found;
    }
}
