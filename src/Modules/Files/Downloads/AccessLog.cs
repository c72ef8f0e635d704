using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

using Percurso.Files.Contracts;
using Percurso.Files.Data;
using Percurso.Files.Domain;
using Percurso.Kernel.Security;

namespace Percurso.Files.Downloads;

/// <summary>Writes down who gets to see which files.</summary>
sealed class AccessLog(FilesDb db, TimeProvider clock) : IAccessLog
{
    public async Task NotePreviewAsync(HttpContext http, IReadOnlyList<Guid> files, CancellationToken cancel) =>
        await NoteAsync(http, await db.Files.AsNoTracking().Where(file => files.Contains(file.Id)).ToListAsync(cancel), AccessKind.Preview);

    public async Task NoteAsync(HttpContext http, IReadOnlyList<StoredFile> files, AccessKind kind)
    {
        foreach (var file in files)
            db.Add(new Access
            {
                At = clock.GetUtcNow().UtcDateTime,
                AccountId = http.User.AccountId(),
                SeenBy = http.User.SeenBy(),
                FileId = file.Id,
                Purpose = file.Purpose,
                SubjectId = file.SubjectId,
                Kind = kind,
                Address = http.Connection.RemoteIpAddress?.ToString(),
            });
        await db.SaveChangesAsync(http.RequestAborted);
    }
}
