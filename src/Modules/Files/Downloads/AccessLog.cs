using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

using Percurso.Files.Contracts;
using Percurso.Files.Data;

namespace Percurso.Files.Downloads;

sealed class AccessLog(FilesDb db, NoteAccess note) : IAccessLog
{
    public async Task NotePreviewAsync(HttpContext http, IReadOnlyList<Guid> files, CancellationToken cancel)
    {
        foreach (var file in await db.Files.AsNoTracking().Where(file => files.Contains(file.Id)).ToListAsync(cancel)) await note.NoteLookAsync(http, file);
    }

    public async Task<IReadOnlyList<AccessView>> OfAsync(string purpose, Guid subject, CancellationToken cancel) =>
        await db.Accesses.AsNoTracking().Where(line => line.Purpose == purpose && line.SubjectId == subject).OrderBy(line => line.At)
            .Select(line => new AccessView(line.At, line.AccountId, line.SeenBy, line.FileId, line.Kind.ToString(), line.Address)).ToListAsync(cancel);
}
