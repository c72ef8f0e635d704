using Percurso.Files.Data;
using Percurso.Files.Previews;
using Percurso.Files.Uploads;
using Percurso.Kernel.Events;

using Microsoft.EntityFrameworkCore;

namespace Percurso.Files.Quarantine;

/// <summary>Somebody of the company decided that a file's bytes are to be no more.</summary>
[FactName("files.file-destroyed")]
sealed record FileDestroyed(Guid FileId) : IFact;

/// <summary>Removes the bytes from the store, and the small pictures: again, should it have been interrupted.</summary>
sealed class DestroyBytes(FilesDb db, Contents contents, PreviewShelf previews) : IHandle<FileDestroyed>
{
    public async Task HandleAsync(FileDestroyed fact, CancellationToken cancel)
    {
        var upload = await db.Files.Where(file => file.Id == fact.FileId).Select(file => file.UploadId).SingleAsync(cancel);
        await previews.DropAsync(fact.FileId, cancel);
        await contents.DropAsync(await contents.PiecesAsync(upload, cancel), cancel);
        await db.Uploads.Where(row => row.Id == upload).ExecuteUpdateAsync(row => row.SetProperty(one => one.Length, 0L), cancel);
    }
}
