using Microsoft.EntityFrameworkCore;

using Percurso.Files.Data;
using Percurso.Files.Domain;
using Percurso.Kernel.Data;

namespace Percurso.Files.Uploads;

/// <summary>All bytes of an upload have come: its hash is known, and it becomes a file, once. Only for whoever holds the upload's lock.</summary>
sealed class FinishUpload(FilesDb db, Contents contents, RollingHashes hashes, Bell bell, TimeProvider clock)
{
    /// <summary>Rung when there is a file to check.</summary>
    public const string ToCheck = "files.to-check";

    public async Task FinishAsync(Guid id, CancellationToken cancel)
    {
        var upload = await db.Uploads.SingleAsync(row => row.Id == id, cancel);
        if (upload.FinishedAt is not null) return;

        if (upload.Kind != UploadKind.Partial)
        {
            var hash = hashes.Of(id, upload.Length!.Value);
            if (hash.Position < upload.Length)
            {
                await using var content = await contents.OpenAsync(id, cancel);
                await hash.CatchUpAsync(content, cancel);
            }

            upload.Sha256 = hash.End();
            hashes.Forget(id);
        }

        upload.FinishedAt = clock.GetUtcNow().UtcDateTime;
        using (var together = Together.Begin())
        {
            if (upload.Kind != UploadKind.Partial) db.Add(StoredFile.Arrive(upload, await FileNumbers.NextAsync(db, upload, cancel), upload.FinishedAt.Value));
            await db.SaveChangesAsync(cancel);
            together.Complete();
        }

        await bell.RingAsync(ToCheck, cancel);
    }
}
