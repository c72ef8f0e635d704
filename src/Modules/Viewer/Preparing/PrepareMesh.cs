using Microsoft.EntityFrameworkCore;

using Percurso.Files.Contracts;
using Percurso.Viewer.Contracts;
using Percurso.Viewer.Data;
using Percurso.Viewer.Domain;
using Percurso.Viewer.Meshes;

namespace Percurso.Viewer.Preparing;

/// <summary>Makes one mesh ready. It may be killed at any moment and is then begun anew: what it makes is saved in one go.</summary>
sealed class PrepareMesh(ViewerDb db, IMeshes meshes, TimeProvider clock)
{
    /// <summary>Rung when a mesh waits.</summary>
    public const string ToPrepare = "viewer.to-prepare";

    /// <summary>A run that has not ended after this is taken for dead.</summary>
    static readonly TimeSpan patience = TimeSpan.FromMinutes(10);

    /// <summary>False when none waits.</summary>
    public async Task<bool> NextAsync(CancellationToken cancel)
    {
        if (await ClaimAsync(cancel) is not { } claimed) return false;

        var (id, file, runs) = (claimed.Id, claimed.FileId, claimed.Runs);
        var prepared = runs > PreparedMesh.MostRuns || await meshes.ReadAsync(file, cancel) is not { } content
            ? null
            : await Task.Factory.StartNew(() => Prepared.Of(content, cancel), cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        db.ChangeTracker.Clear();
        var mesh = await db.Meshes.SingleAsync(row => row.Id == id, cancel);
        if (prepared is null) mesh.Fail();
        else
        {
            mesh.Become(prepared);
            await KeepAsync(mesh.FullSha256!, prepared.Full, cancel);
            await KeepAsync(mesh.CoarseSha256!, prepared.Coarse, cancel);
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return true;
    }

    /// <summary>Equal bytes are kept once; nothing points to them until the mesh is saved.</summary>
    async Task KeepAsync(string hash, byte[] bytes, CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync($"insert into viewer.mesh_bytes (sha256, bytes) values ({hash}, {bytes}) on conflict do nothing", cancel);

    /// <summary>Of two nodes one gets it.</summary>
    async Task<PreparedMesh?> ClaimAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var next = await db.Meshes.Where(mesh => mesh.State == MeshState.Preparing && mesh.LookAfter <= now).OrderBy(mesh => mesh.LookAfter).FirstOrDefaultAsync(cancel);
        if (next is null) return null;

        next.BeginRun(now, patience);
        try
        {
            await db.SaveChangesAsync(cancel);
            return next;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await ClaimAsync(cancel);
        }
    }
}
