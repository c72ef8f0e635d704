using System.Text.Json.Nodes;

using Microsoft.EntityFrameworkCore;

using Percurso.Content.Data;
using Percurso.Content.Media;
using Percurso.Kernel;
using Percurso.Kernel.Localization;

namespace Percurso.Content.Orchard;

/// <summary>Takes a recipe's files into the media library, under keys made of their paths.</summary>
sealed class OrchardMedia(ContentDb db, TakeMedia take)
{
    /// <summary>The step <c>media</c>.</summary>
    public async Task StepAsync(JsonObject step, OrchardFile file, OrchardReport report, CancellationToken cancel)
    {
        foreach (var entry in step.List("Files"))
            if (entry.Words("TargetPath") is { } path) await FileAsync(path, entry, file, report, cancel);
            else report.Left("media", "O arquivo não diz onde deve ficar.");
    }

    async Task FileAsync(string path, JsonObject entry, OrchardFile file, OrchardReport report, CancellationToken cancel)
    {
        var key = KeyOf(path);
        if (await db.Media.AnyAsync(item => item.Key == key, cancel))
        {
            report.Here(path);
            return;
        }

        if (BytesOf(entry, file) is not { } bytes)
        {
            report.Left(path, entry.Words("SourceUrl") is null
                ? "O arquivo não veio junto. Exporte do Orchard como ZIP, com a mídia."
                : "O arquivo está em outro site, de onde nada é buscado. Envie-o pela biblioteca de mídia.");
            return;
        }

        try
        {
            var folder = Path.GetDirectoryName(path)?.Replace('\\', '/').Trim('/') ?? "";
            var item = await take.AddAsync(Path.GetFileName(path), [CheckedFile.Of(Path.GetFileName(path), bytes)], FolderOf(folder), null, cancel, key);
            report.Taken(path);
            if (!item.IsReady) report.Left(path, "A imagem veio sem descrição. Diga na biblioteca o que ela mostra.");
        }
        catch (RuleBrokenException refused)
        {
            report.Left(path, refused.Words, refused.Arguments.Count > 0 ? $"{refused.Arguments[0]}" : null);
        }
    }

    /// <summary>The picture that a path of Orchard's media means here; null where it was not taken.</summary>
    /// <param name="path">As a media field or an <c>img</c> has it.</param>
    /// <param name="alt">What it shows, told where it is used: kept if nobody has said it yet.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<MediaItem?> FindAsync(string path, string? alt, CancellationToken cancel)
    {
        var key = KeyOf(path);
        var item = await db.MediaWhole.SingleOrDefaultAsync(item => item.Key == key, cancel);
        if (item is { IsReady: false } && !string.IsNullOrWhiteSpace(alt))
        {
            item.Describe(item.Title, new LocalText(new Dictionary<string, string> { ["pt-BR"] = alt.Trim()[..Math.Min(alt.Trim().Length, MediaItem.AltLength)] }), 50, 50);
            await db.SaveChangesAsync(cancel);
        }

        return item;
    }

    static string KeyOf(string path)
    {
        var plain = path.Split('?')[0].Replace('\\', '/').TrimStart('~', '/');
        if (plain.StartsWith("media/", StringComparison.OrdinalIgnoreCase)) plain = plain["media/".Length..];
        return MediaKey.Of(Path.ChangeExtension(plain, null));
    }

    static string FolderOf(string folder) => folder.Length > Folders.PathLength || folder.Count(letter => letter == '/') >= Folders.Deepest ? "" : folder;

    /// <exception cref="RuleBrokenException">What should be the file's bytes is not.</exception>
    static byte[]? BytesOf(JsonObject entry, OrchardFile file)
    {
        if (entry.Words("Base64") is not { } base64) return entry.Words("SourcePath") is { } path ? file.Find(path) : file.Find(entry.Words("TargetPath")!);

        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            throw new RuleBrokenException("O passo de mídia está quebrado: os bytes de um arquivo não podem ser lidos.");
        }
    }
}
