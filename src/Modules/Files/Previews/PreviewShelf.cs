using Microsoft.EntityFrameworkCore;

using Percurso.Files.Checks;
using Percurso.Files.Data;
using Percurso.Files.Storage;

namespace Percurso.Files.Previews;

/// <summary>Where small pictures of files are kept. A row stands before the first byte is written, so that what a dying process leaves is found.</summary>
sealed class PreviewShelf(FilesDb db, IStore store)
{
    /// <summary>Takes the place of whatever was kept of the file before.</summary>
    public async Task KeepAsync(Guid file, IReadOnlyList<Preview> previews, CancellationToken cancel)
    {
        await DropAsync(file, cancel);
        foreach (var preview in previews.DistinctBy(one => one.View))
        {
            var row = new StoredPreview { FileId = file, View = preview.View };
            await db.Database.ExecuteSqlAsync($"insert into files.preview (id, file_id, view) values ({row.Id}, {file}, {row.View})", cancel);
            await using (var writer = await store.CreateAsync(row.Id, cancel))
            {
                await writer.WriteAsync(preview.Png, cancel);
                await writer.EndAsync(cancel);
            }

            await db.Previews.Where(one => one.Id == row.Id).ExecuteUpdateAsync(one => one.SetProperty(it => it.Length, preview.Png.Length), cancel);
        }
    }

    public async Task DropAsync(Guid file, CancellationToken cancel)
    {
        foreach (var id in await db.Previews.Where(one => one.FileId == file).Select(one => one.Id).ToListAsync(cancel)) await store.DeleteAsync(id, cancel);
        await db.Previews.Where(one => one.FileId == file).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Null where there is none.</summary>
    public async Task<byte[]?> ReadAsync(Guid file, string view, CancellationToken cancel)
    {
        if (await db.Previews.AsNoTracking().SingleOrDefaultAsync(one => one.FileId == file && one.View == view && one.Length != null, cancel) is not { } row) return null;

        var bytes = new byte[row.Length!.Value];
        await using var reader = await store.OpenAsync(row.Id, bytes.Length, cancel);
        for (var at = 0; at < bytes.Length;)
        {
            var read = await reader.ReadAsync(at, bytes.AsMemory(at), cancel);
            if (read == 0) throw new EndOfStreamException();
            at += read;
        }

        return bytes;
    }
}
