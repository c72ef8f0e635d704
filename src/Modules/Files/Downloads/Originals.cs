using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;

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
        await SendAsync(http, name, to => WriteAsync(to, all, files, http.RequestAborted));
    }

    static async Task SendAsync(HttpContext http, string name, Func<Stream, Task> write)
    {
        Handed.Guard(http.Response);
        // The framework's ZIP writes the few bytes around each entry at once; the entries themselves go out as they are read.
        http.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        await Results.Stream(write, MediaTypeNames.Application.Zip, name).ExecuteAsync(http);
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

    public async Task HandZipAsync(HttpContext http, string name, IReadOnlyList<ZipPiece> all, string sums)
    {
        var files = await FilesAsync([.. all.Select(one => one.File).OfType<Original>()], http.RequestAborted);
        await note.NoteAsync(http, [.. files.Values.Where(file => file.HasBytes)], AccessKind.Zip);
        await SendAsync(http, name, to => WriteAsync(to, all, files, sums, http.RequestAborted));
    }

    async Task WriteAsync(Stream to, IReadOnlyList<ZipPiece> all, Dictionary<Guid, StoredFile> files, string sums, CancellationToken cancel)
    {
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
        var lines = new StringBuilder();
        foreach (var one in all)
        {
            if (one.File is not null && files.GetValueOrDefault(one.File.FileId) is not { HasBytes: true })
            {
                lines.Append(CultureInfo.InvariantCulture, $"# {one.Name}: not in the store\n");
                continue;
            }

            var entry = zip.CreateEntry(one.Name, CompressionLevel.Fastest);
            if (one.File is { } stored) entry.LastWriteTime = files[stored.FileId].SentAt;
            string sum;
            await using (var into = await entry.OpenAsync(cancel))
            {
                if (one.File is { } original)
                {
                    try
                    {
                        await using var content = await contents.OpenAsync(files[original.FileId].UploadId, cancel);
                        sum = await CopyAsync(content, into, cancel);
                    }
                    catch (StoreDamagedException)
                    {
                        lines.Append(CultureInfo.InvariantCulture, $"# {one.Name}: damaged in the store, was {original.Sha256}\n");
                        continue;
                    }
                }
                else
                {
                    await into.WriteAsync(one.Bytes!.Value, cancel);
                    sum = Convert.ToHexStringLower(SHA256.HashData(one.Bytes.Value.Span));
                }
            }

            if (one.File is { } promised && promised.Sha256 != sum) lines.Append(CultureInfo.InvariantCulture, $"# {one.Name}: altered, was {promised.Sha256}\n");
            lines.Append(CultureInfo.InvariantCulture, $"{sum}  {one.Name}\n");
        }

        await using var last = await zip.CreateEntry(sums, CompressionLevel.Fastest).OpenAsync(cancel);
        await last.WriteAsync(Encoding.UTF8.GetBytes(lines.ToString()), cancel);
    }

    static async Task<string> CopyAsync(Stream from, Stream to, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = ArrayPool<byte>.Shared.Rent(1 << 18);
        try
        {
            while (await from.ReadAsync(block, cancel) is var read and > 0)
            {
                hash.AppendData(block, 0, read);
                await to.WriteAsync(block.AsMemory(0, read), cancel);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    Task<Dictionary<Guid, StoredFile>> FilesAsync(IReadOnlyList<Original> all, CancellationToken cancel)
    {
        var ids = all.Select(one => one.FileId).ToList();
        return db.Files.AsNoTracking().Where(file => ids.Contains(file.Id)).ToDictionaryAsync(file => file.Id, cancel);
    }
}
