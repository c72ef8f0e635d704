using Microsoft.EntityFrameworkCore;

using Percurso.Files.Data;
using Percurso.Files.Uploads;
using Percurso.Kernel.Jobs;

namespace Percurso.Files.Jobs;

/// <summary>
/// Finishes uploads of which all has come but whose last request died before it could say so, and forgets those with which nobody went on in
/// time, parts that were never put together among them.
/// </summary>
sealed class ForgetUnfinishedUploads(FilesDb db, UploadLocks locks, Contents contents, FinishUpload finish, TimeProvider clock) : IJob
{
    public static JobSchedule When => JobSchedule.Every(TimeSpan.FromMinutes(15));

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var quiet = now - TimeSpan.FromMinutes(10) + CreateUpload.Patience;   // nobody has sent for ten minutes
        var open = await db.Uploads.AsNoTracking()
            .Where(row => (row.FinishedAt == null && row.ExpiresAt < quiet) || (row.Kind == UploadKind.Partial && row.ExpiresAt < now)).ToListAsync(cancel);
        foreach (var upload in open)
        {
            await using var held = await locks.TakeAsync(upload.Id, cancel);
            if (held is null) continue;

            if (upload.ExpiresAt < now) await contents.ForgetAsync(upload.Id, cancel);
            else if ((await contents.SettleAsync(upload.Id, cancel)).Offset == upload.Length) await finish.FinishAsync(upload.Id, cancel);
        }
    }
}
