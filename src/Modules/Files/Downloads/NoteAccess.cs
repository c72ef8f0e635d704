using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

using Percurso.Files.Data;
using Percurso.Files.Domain;
using Percurso.Kernel.Security;

namespace Percurso.Files.Downloads;

/// <summary>Writes down who fetched what, before the first byte goes out.</summary>
sealed class NoteAccess(FilesDb db, TimeProvider clock)
{
    /// <summary>Whoever has looked at a file's pictures is not noted again for so long: a page that shows several is one look.</summary>
    static readonly TimeSpan oneLook = TimeSpan.FromHours(1);

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

    public async Task NoteLookAsync(HttpContext http, StoredFile file)
    {
        var (account, seer, since) = (http.User.AccountId(), http.User.SeenBy(), clock.GetUtcNow().UtcDateTime - oneLook);
        if (!await db.Accesses.AnyAsync(
            line => line.SubjectId == file.SubjectId && line.FileId == file.Id && line.Kind == AccessKind.Preview && line.AccountId == account && line.SeenBy == seer && line.At > since, http.RequestAborted))
            await NoteAsync(http, [file], AccessKind.Preview);
    }
}

/// <summary>How private files are handed to browsers.</summary>
static class Handed
{
    /// <summary>Nothing that is in a file runs, and no copy of it stays.</summary>
    public static void Guard(HttpResponse response)
    {
        response.Headers.CacheControl = "private, no-store";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
    }
}
