using System.IO.Compression;
using System.Net.Mime;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

using Percurso.Files.Contracts;
using Percurso.Files.Data;
using Percurso.Files.Domain;
using Percurso.Files.Uploads;

namespace Percurso.Files.Downloads;

/// <summary>
/// Hands files out: one, with ranges, or all of a subject's that count as one ZIP. Each asks whoever owns the subject, writes down who fetched
/// what, and gives bytes that no browser takes for a page.
/// </summary>
static class DownloadEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/arquivos/{id:guid}", OneAsync).RequireAuthorization();
        routes.MapGet("/arquivos/{purpose}/{subject:guid}/zip", AllAsync).RequireAuthorization();
        routes.MapGet("/arquivos/{id:guid}/previa/{view}", PreviewEndpoint.ShowAsync).RequireAuthorization();
    }

    static async Task<IResult> OneAsync(Guid id, HttpContext http, FilesDb db, Readers readers, Contents contents, NoteAccess note)
    {
        if (await db.Files.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, http.RequestAborted) is not { } file
            || !await readers.MayReadAsync(http.User, file, http.RequestAborted)
            || await readers.SubjectAsync(file.Purpose, file.SubjectId, http.RequestAborted) is not { } subject) return Results.NotFound();

        await note.NoteAsync(http, [file], AccessKind.Download);
        Handed.Guard(http.Response);
        return Results.Stream(
            await contents.OpenAsync(file.UploadId, http.RequestAborted), MediaTypeNames.Application.Octet, NameOf(subject, file), file.SentAt,
            new EntityTagHeaderValue($"\"{file.Sha256[..32]}\""), enableRangeProcessing: true);
    }

    static async Task<IResult> AllAsync(string purpose, Guid subject, HttpContext http, FilesDb db, Readers readers, Contents contents, NoteAccess note)
    {
        var files = await db.Files.AsNoTracking().Where(file => file.Purpose == purpose && file.SubjectId == subject && (file.State == FileState.Fine || file.State == FileState.RiskTaken))
            .OrderBy(file => file.Slot).ThenBy(file => file.Number).ToListAsync(http.RequestAborted);
        if (await readers.SubjectAsync(purpose, subject, http.RequestAborted) is not { } found
            || !(await readers.RightsOfAsync(http.User, purpose, subject, http.RequestAborted)).HasFlag(FileRights.Read)) return Results.NotFound();

        await note.NoteAsync(http, files, AccessKind.Zip);
        // The framework's ZIP writes the few bytes around each entry at once; the entries themselves go out as they are read.
        http.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        Handed.Guard(http.Response);
        return Results.Stream(
            async to =>
            {
                await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null);
                foreach (var file in files)
                {
                    // What comes out of scanners and cameras is packed already, or hardly worth the time.
                    var entry = zip.CreateEntry(NameOf(found, file), CompressionLevel.NoCompression);
                    entry.LastWriteTime = file.SentAt;
                    await using var content = await contents.OpenAsync(file.UploadId, http.RequestAborted);
                    await using var into = await entry.OpenAsync();
                    await content.CopyToAsync(into, 1 << 20, http.RequestAborted);
                }
            },
            MediaTypeNames.Application.Zip, $"{found.Number}.zip");
    }

    static string NameOf(FileSubject subject, StoredFile file) => HandedName.Of(subject.Number, file.Slot, file.Number, file.Name);
}
