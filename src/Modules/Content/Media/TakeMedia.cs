using Microsoft.EntityFrameworkCore;

using Percurso.Content.Contracts;
using Percurso.Content.Data;
using Percurso.Kernel;
using Percurso.Kernel.Data;

namespace Percurso.Content.Media;

/// <summary>Takes files that arrived into the library: as a new item, or as an item's next version.</summary>
sealed class TakeMedia(ContentDb db, TimeProvider clock)
{
    DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <param name="fileName">As the uploader's machine calls the file.</param>
    /// <param name="files">One, or the same picture in several sizes.</param>
    /// <param name="folder">A path of <see cref="Folders"/>.</param>
    /// <param name="by">The uploader's account; null for a recipe.</param>
    /// <param name="cancel">Leaves nothing behind.</param>
    /// <param name="key">Where the item's key is given; else it is made of the file's name.</param>
    /// <exception cref="RuleBrokenException">The files do not belong together.</exception>
    public async Task<MediaItem> AddAsync(
        string fileName, IReadOnlyList<CheckedFile> files, string folder, Guid? by, CancellationToken cancel, string? key = null)
    {
        var version = Version(fileName, files, by);
        using var together = Together.Begin();
        var item = new MediaItem(key ?? await FreeKeyAsync(fileName, cancel), version.Kind, MediaKey.Title(fileName), folder, Now);
        item.Take(version);
        await KeepAsync(files, cancel);
        await KeepFolderAsync(folder, cancel);
        db.Add(item);
        await db.SaveChangesAsync(cancel);
        together.Complete();
        return item;
    }

    /// <summary>Saves the item too.</summary>
    /// <exception cref="RuleBrokenException">The files do not belong together, or are of another kind.</exception>
    public async Task ReplaceAsync(MediaItem item, string fileName, IReadOnlyList<CheckedFile> files, Guid? by, CancellationToken cancel)
    {
        item.Take(Version(fileName, files, by));
        using var together = Together.Begin();
        await KeepAsync(files, cancel);
        await db.SaveChangesAsync(cancel);
        together.Complete();
    }

    /// <summary>Removes an item with all its versions, and the bytes no other item shows.</summary>
    public async Task DeleteAsync(MediaItem item, CancellationToken cancel)
    {
        using var together = Together.Begin();
        var hashes = item.Versions.SelectMany(version => version.Files).Select(file => file.Hash).Distinct().ToArray();
        db.Remove(item);
        await db.SaveChangesAsync(cancel);
        await db.Database.ExecuteSqlAsync(
            $"""
            delete from content.media_bytes b
            where b.hash = any({hashes}) and not exists (select from content.media_file f where f.hash = b.hash)
            """, cancel);
        together.Complete();
    }

    /// <summary>Makes a folder and those above it, where they are not there yet.</summary>
    public async Task KeepFolderAsync(string folder, CancellationToken cancel)
    {
        foreach (var path in Folders.Above(folder))
            await db.Database.ExecuteSqlAsync($"insert into content.media_folder (path) values ({path}) on conflict do nothing", cancel);
    }

    MediaVersion Version(string fileName, IReadOnlyList<CheckedFile> files, Guid? by)
    {
        if (files.Count > 1)
        {
            var main = files.MaxBy(file => file.Width ?? 0)!;
            if (files.Any(file => !IsSamePicture(main, file)))
                throw new RuleBrokenException("Os tamanhos enviados não são da mesma imagem. Escolha a imagem de novo.");
        }

        return new(fileName, files, by, Now);
    }

    /// <summary>The same proportions, to the pixel that rounding may take.</summary>
    static bool IsSamePicture(CheckedFile main, CheckedFile file) =>
        main is { Width: { } w, Height: { } h } && file is { Width: { } width, Height: { } height } && Math.Abs((double)h * width / w - height) <= 1;

    async Task KeepAsync(IReadOnlyList<CheckedFile> files, CancellationToken cancel)
    {
        foreach (var file in files)
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into content.media_bytes (hash, media_type, size, bytes)
                values ({file.Hash}, {file.MediaType}, {(long)file.Bytes.Length}, {file.Bytes}) on conflict do nothing
                """, cancel);
    }

    async Task<string> FreeKeyAsync(string fileName, CancellationToken cancel)
    {
        var wanted = MediaKey.Of(Path.GetFileNameWithoutExtension(fileName));
        var taken = await db.Media.Where(item => item.Key.StartsWith(wanted)).Select(item => item.Key).ToListAsync(cancel);
        return Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? wanted : $"{wanted}-{number}").First(key => !taken.Contains(key));
    }
}
