using System.Net.Mime;

using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

using Percurso.Files.Checking;
using Percurso.Files.Contracts;
using Percurso.Files.Data;
using Percurso.Files.Previews;
using Percurso.Files.Uploads;

namespace Percurso.Files.Downloads;

/// <summary>Shows a file without handing it out: a small picture the checks drew, or a photograph as it is kept. Rights are the file's own.</summary>
static class PreviewEndpoint
{
    public static async Task<IResult> ShowAsync(Guid id, string view, HttpContext http, FilesDb db, Readers readers, PreviewShelf shelf, Contents contents, NoteAccess note)
    {
        if (await db.Files.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, http.RequestAborted) is not { } file
            || !await readers.MayReadAsync(http.User, file, http.RequestAborted)) return Results.NotFound();

        var isWhole = view == FileView.Whole;
        if (isWhole && StoredVerdict.Read(file.Verdict)?.IsPicture != true) return Results.NotFound();

        var picture = isWhole ? null : await shelf.ReadAsync(id, view, http.RequestAborted);
        if (!isWhole && picture is null) return Results.NotFound();

        await note.NoteLookAsync(http, file);
        Handed.Guard(http.Response);
        if (picture is not null) return Results.Bytes(picture, MediaTypeNames.Image.Png);

        var content = await contents.OpenAsync(file.UploadId, http.RequestAborted);
        return Results.Stream(content, await TypeOfAsync(content, http.RequestAborted));
    }

    /// <summary>What is let in as a photograph is one of the two.</summary>
    static async Task<string> TypeOfAsync(Stream content, CancellationToken cancel)
    {
        var first = new byte[1];
        var isJpeg = await content.ReadAsync(first, cancel) == 1 && first[0] == 0xFF;
        content.Position = 0;
        return isJpeg ? MediaTypeNames.Image.Jpeg : MediaTypeNames.Image.Png;
    }
}
