using System.IO.Compression;
using System.Net.Mime;
using System.Security.Cryptography;

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

using Percurso.Files.Contracts;
using Percurso.Files.Data;
using Percurso.Files.Domain;
using Percurso.Files.Storage;
using Percurso.Files.Uploads;

namespace Percurso.Files.Downloads;

sealed class Originals(FilesDb db, Contents contents, NoteAccess note) : IOriginals
{
    public async Task<bool> AreWholeAsync(IReadOnlyList<Original> all, CancellationToken cancel)
    {
        var files = await FilesAsync(all, cancel);
        foreach (var one in all)
        {
            if (files.GetValueOrDefault(one.FileId) is not { HasBytes: true } file) return false;

            try
            {
                await using var content = await contents.OpenAsync(file.UploadId, cancel);
                if (Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel)) != one.Sha256) return false;
            }
            catch (StoreDamagedException)
            {
                return false;
            }
        }

        return true;
    }

    public async Task HandAsync(HttpContext http, Original one)
    {
        var file = (await FilesAsync([one], http.RequestAborted))[one.FileId];
        await note.NoteAsync(http, [file], AccessKind.Download);
        Handed.Guard(http.Response);
        await Results.Stream(await contents.OpenAsync(file.UploadId, http.RequestAborted), MediaTypeNames.Application.Octet, one.Name, file.SentAt).ExecuteAsync(http);
    }

    public async Task HandZipAsync(HttpContext http, string name, IReadOnlyList<Original> all)
    {
        var files = await FilesAsync(all, http.RequestAborted);
        await note.NoteAsync(http, [.. all.Select(one => files[one.FileId])], AccessKind.Zip);
        Handed.Guard(http.Response);
        // The framework's ZIP writes the few bytes around each entry at once; the entries themselves go out as they are read.
        http.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        await Results.Stream(to => WriteAsync(to, all, files, http.RequestAborted), MediaTypeNames.Application.Zip, name).ExecuteAsync(http);
    }

    async Task WriteAsync(Stream to, IReadOnlyList<Original> all, Dictionary<Guid, StoredFile> files, CancellationToken cancel)
    {
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
        foreach (var one in all)
        {
            var entry = zip.CreateEntry(one.Name, CompressionLevel.Fastest);
            entry.LastWriteTime = files[one.FileId].SentAt;
            await using var content = await contents.OpenAsync(files[one.FileId].UploadId, cancel);
            await using var into = await entry.OpenAsync(cancel);
            await content.CopyToAsync(into, 1 << 20, cancel);
        }
    }

    Task<Dictionary<Guid, StoredFile>> FilesAsync(IReadOnlyList<Original> all, CancellationToken cancel)
    {
        var ids = all.Select(one => one.FileId).ToList();
        return db.Files.AsNoTracking().Where(file => ids.Contains(file.Id)).ToDictionaryAsync(file => file.Id, cancel);
    }
}
