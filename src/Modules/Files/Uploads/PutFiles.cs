using System.Security.Cryptography;

using Microsoft.EntityFrameworkCore;

using Percurso.Files.Checking;
using Percurso.Files.Contracts;
using Percurso.Files.Data;
using Percurso.Files.Domain;
using Percurso.Files.Downloads;
using Percurso.Files.Storage;

namespace Percurso.Files.Uploads;

/// <summary>An upload that comes from within: its bytes are there at once, and so is its verdict.</summary>
sealed class PutFiles(FilesDb db, Contents contents, IStore store, Readers readers, JudgeFile judge, KeepJudgement keep, IFiles files, TimeProvider clock) : IPutFiles
{
    public async Task<FileView> PutAsync(PutFile file, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var subject = await readers.SubjectAsync(file.Purpose, file.SubjectId, cancel) ?? throw new InvalidOperationException("Nobody answers for this subject.");
        var upload = new Upload
        {
            Purpose = file.Purpose,
            SubjectId = file.SubjectId,
            Slot = file.Slot,
            OwnerId = subject.OwnerId,
            AccountId = file.By,
            Kind = UploadKind.Whole,
            Name = file.Name,
            Metadata = "",
            Length = file.Content.Length,
            CreatedAt = now,
            ExpiresAt = now + CreateUpload.Patience,
            FinishedAt = now,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Content.Span)),
        };
        db.Add(upload);
        await db.SaveChangesAsync(cancel);
        await using (var writer = new WritePieces(contents, store, upload.Id, 0, isOnTrial: false))
        {
            await writer.WriteAsync(file.Content);
            await writer.EndAsync();
        }

        var number = 1 + await db.Files.Where(row => row.Purpose == file.Purpose && row.SubjectId == file.SubjectId && row.Slot == file.Slot).MaxAsync(row => (int?)row.Number, cancel) ?? 1;
        var stored = StoredFile.Arrive(upload, number, now);
        // This is the run of the checks that others would wait for.
        stored.BeginCheck(now, TimeSpan.FromMinutes(10));
        db.Add(stored);
        await db.SaveChangesAsync(cancel);
        await keep.KeepAsync(stored.Id, await judge.JudgeAsync(stored, cancel), cancel);
        return (await files.OfAsync(file.Purpose, file.SubjectId, cancel)).Single(one => one.Id == stored.Id);
    }
}
