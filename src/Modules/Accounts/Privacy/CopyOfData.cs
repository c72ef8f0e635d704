using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

using Percurso.Kernel.Privacy;

namespace Percurso.Accounts.Privacy;

/// <summary>All that the modules keep about a person, as a ZIP of JSON files.</summary>
sealed class CopyOfData(IEnumerable<IPersonalData> keepers)
{
    static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public async Task<byte[]> OfAsync(Guid account, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var keeper in keepers)
                await foreach (var (name, content) in keeper.OfAsync(account, cancel))
                {
                    await using var file = await zip.CreateEntry(name + ".json").OpenAsync(cancel);
                    await JsonSerializer.SerializeAsync(file, content, content.GetType(), Format, cancel);
                }

        return bytes.ToArray();
    }
}
