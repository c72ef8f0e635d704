using Microsoft.EntityFrameworkCore;

using Percurso.Files.Checks;
using Percurso.Files.Contracts;
using Percurso.Files.Data;
using Percurso.Files.Domain;
using Percurso.Files.Previews;
using Percurso.Files.Uploads;
using Percurso.Kernel.Data;

namespace Percurso.Files.Checking;

/// <summary>
/// Keeps what the checks brought: the verdict, small pictures, a photograph without what its camera noted, the meshes of a scanner's ZIP in their
/// slots. A run that dies in between leaves nothing that counts, and the next begins anew.
/// </summary>
sealed class KeepJudgement(FilesDb db, Contents contents, StageContent stage, SpreadMeshes spread, PreviewShelf previews, FinishUpload finish)
{
    public async Task KeepAsync(Guid id, Judgement judgement, CancellationToken cancel)
    {
        var file = await db.Files.SingleAsync(row => row.Id == id, cancel);
        var sent = await db.Uploads.AsNoTracking().SingleAsync(row => row.Id == file.UploadId, cancel);
        var verdict = judgement.Verdict;
        await previews.KeepAsync(id, verdict.Parts.Count == 0 ? verdict.Previews : [], cancel);
        var stripped = await StripAsync(file, sent, judgement, cancel);
        var meshes = await spread.StageAsync(file, sent, judgement, cancel);

        using (var together = Together.Begin())
        {
            if (stripped is { } clean) await ExchangeAsync(file, clean, cancel);
            foreach (var mesh in meshes)
            {
                mesh.Upload.Length = mesh.Length;
                await db.SaveChangesAsync(cancel);
                await finish.FinishAsync(mesh.Upload.Id, cancel);
            }

            if (meshes.Count > 0) file.Judge(FileState.Split, StoredVerdict.OfSpread(meshes.Count, verdict.Parts.Count - meshes.Count).Json);
            else file.Judge(StateOf(verdict.Level), StoredVerdict.Of(verdict).Json);
            await db.SaveChangesAsync(cancel);
            together.Complete();
        }

        if (stripped is not null) await contents.ForgetAsync(stripped.Upload.Id, CancellationToken.None);
    }

    /// <summary>The checks did not come to an end, several times over: a person must look.</summary>
    public async Task GiveUpAsync(Guid id, CancellationToken cancel)
    {
        var file = await db.Files.SingleAsync(row => row.Id == id, cancel);
        file.Judge(FileState.AtRisk, StoredVerdict.NotLookedAt.Json);
        await db.SaveChangesAsync(cancel);
    }

    async Task<Staged?> StripAsync(StoredFile file, Upload sent, Judgement judgement, CancellationToken cancel)
    {
        if (judgement.Verdict.Kept is not { } rewrite || rewrite.IsAllOf(file.Length)) return null;

        var next = 1 + await db.Pieces.Where(piece => piece.UploadId == sent.Id).MaxAsync(piece => piece.Number, cancel);
        return await stage.StageAsync(sent, file.Slot, file.Name, next, to =>
        {
            using var original = judgement.Order!.Files[0].Open();
            rewrite.Copy(original, to);
        }, cancel);
    }

    /// <summary>The pieces change places, so that the file has the clean bytes and what is about to be forgotten has the others.</summary>
    async Task ExchangeAsync(StoredFile file, Staged clean, CancellationToken cancel)
    {
        var (kept, left) = (file.UploadId, clean.Upload.Id);
        await db.Database.ExecuteSqlAsync(
            $"update files.piece set upload_id = case when upload_id = {kept} then {left} else {kept} end where upload_id in ({kept}, {left})", cancel);
        file.Strip(clean.Length, clean.Sha256);
    }

    static FileState StateOf(Level level) => level switch
    {
        Level.Fine => FileState.Fine,
        Level.AtRisk => FileState.AtRisk,
        _ => FileState.Refused,
    };
}
