using Microsoft.EntityFrameworkCore;

using Percurso.Files.Contracts;
using Percurso.Files.Data;
using Percurso.Files.Domain;
using Percurso.Files.Previews;
using Percurso.Files.Uploads;
using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;

namespace Percurso.Files.Quarantine;

/// <summary>What the company does with a file that was set apart, once; in the audit log.</summary>
sealed class SettleQuarantine(FilesDb db, IEnumerable<IFileSubjects> owners, PreviewShelf previews, IAudit audit, Bell bell, TimeProvider clock)
{
    DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task DestroyAsync(StoredFile file, string reason, Guid by, CancellationToken cancel)
    {
        using var together = Together.Begin();
        file.Destroy(by, reason, Now);
        await db.SaveChangesAsync(cancel);
        await audit.RecordAsync(FilesActs.QuarantineSettled, $"{file.Id}", Details(file, "destroyed"), cancel);
        together.Complete();
    }

    /// <summary>It arrives there as any file does, and is checked against that case.</summary>
    /// <exception cref="RuleBrokenException">There is no such case, or it takes no file there.</exception>
    public async Task MoveAsync(StoredFile file, string number, string slot, string reason, Guid by, CancellationToken cancel)
    {
        var owner = owners.Single(one => one.Purpose == file.Purpose);
        if (await owner.FindAsync(number, cancel) is not { } subject) throw new RuleBrokenException("Não há caso com este número.") { Field = "Move.Number" };
        if (subject.Id == file.SubjectId) throw new RuleBrokenException("Este é o caso de que o arquivo saiu. Escreva o número do outro.") { Field = "Move.Number" };
        if (!subject.Takes(slot)) throw new RuleBrokenException("Este caso não recebe arquivos neste item agora.") { Field = "Move.Slot" };

        await previews.DropAsync(file.Id, cancel);
        using (var together = Together.Begin())
        {
            var before = await db.Uploads.SingleAsync(row => row.Id == file.UploadId, cancel);
            var upload = before.For(subject.Id, slot, subject.OwnerId, by, Now);
            (upload.Length, upload.Sha256) = (file.Length, file.Sha256);
            db.Add(upload);
            await db.SaveChangesAsync(cancel);
            await db.Pieces.Where(piece => piece.UploadId == file.UploadId).ExecuteUpdateAsync(piece => piece.SetProperty(one => one.UploadId, upload.Id), cancel);
            before.Length = 0;
            var moved = StoredFile.Arrive(upload, await FileNumbers.NextAsync(db, upload, cancel), Now);
            db.Add(moved);
            file.Move(moved.Id, by, reason, Now);
            await db.SaveChangesAsync(cancel);
            await audit.RecordAsync(FilesActs.QuarantineSettled, $"{file.Id}", Details(file, $"moved to case {subject.Number}"), cancel);
            together.Complete();
        }

        await bell.RingAsync(FinishUpload.ToCheck, cancel);
    }

    static Dictionary<string, string> Details(StoredFile file, string what) => new() { ["what"] = what, ["subject"] = $"{file.SubjectId}", ["slot"] = file.Slot };
}
