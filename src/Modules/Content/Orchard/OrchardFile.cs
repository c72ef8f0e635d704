using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;

using Percurso.Kernel;

namespace Percurso.Content.Orchard;

/// <summary>A recipe of Orchard Core as it arrives: its JSON, or a ZIP that holds it as <c>Recipe.json</c> beside its files.</summary>
sealed class OrchardFile
{
    const int LargestUnfolded = 60 << 20, MostFiles = 2000;

    readonly Dictionary<string, byte[]> files = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The recipe's steps in their order.</summary>
    public IReadOnlyList<JsonObject> Steps { get; }

    /// <exception cref="RuleBrokenException">It is no recipe.</exception>
    public OrchardFile(byte[] bytes)
    {
        var json = bytes is [(byte)'P', (byte)'K', ..] ? Unzip(bytes) : bytes;
        Steps = Read(json);
    }

    /// <summary>A file that came with the recipe; null where it did not.</summary>
    public byte[]? Find(string path)
    {
        var plain = path.Replace('\\', '/').TrimStart('~', '/');
        return files.GetValueOrDefault(plain) ?? files.FirstOrDefault(file => file.Key.EndsWith("/" + plain, StringComparison.OrdinalIgnoreCase)).Value;
    }

    byte[] Unzip(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false));
            if (zip.Entries.Count > MostFiles || zip.Entries.Sum(entry => entry.Length) > LargestUnfolded)
                throw new RuleBrokenException("O ZIP desdobra em mais de 60 MB ou 2.000 arquivos. Divida-o e importe em partes.");

            foreach (var entry in zip.Entries.Where(entry => entry.Length > 0))
            {
                using var stream = entry.Open();
                // The length in the directory is only what the file says of itself.
                var content = new byte[entry.Length];
                files[entry.FullName.Replace('\\', '/')] = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false) == content.Length ? content : [];
            }
        }
        catch (InvalidDataException)
        {
            throw new RuleBrokenException("O ZIP está danificado. Exporte-o do Orchard outra vez.");
        }

        return files.FirstOrDefault(file => Path.GetFileName(file.Key).Equals("Recipe.json", StringComparison.OrdinalIgnoreCase)).Value
            ?? files.FirstOrDefault(file => file.Key.EndsWith(".recipe.json", StringComparison.OrdinalIgnoreCase)).Value
            ?? throw new RuleBrokenException("No ZIP não há Recipe.json. Exporte do Orchard com “Deployment” e envie o arquivo que ele dá.");
    }

    static List<JsonObject> Read(byte[] json)
    {
        try
        {
            var text = json is [0xEF, 0xBB, 0xBF, .. var rest] ? rest : json;
            var recipe = JsonNode.Parse(text, documentOptions: new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return [.. ((recipe as JsonObject)?["steps"] as JsonArray ?? throw new JsonException()).Select(step => step as JsonObject ?? throw new JsonException())];
        }
        catch (JsonException)
        {
            throw new RuleBrokenException("Isto não é uma receita do Orchard Core: falta a lista de passos, ou o JSON está quebrado.");
        }
    }
}
