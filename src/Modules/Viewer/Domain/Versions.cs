using Microsoft.EntityFrameworkCore;

using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Viewer.Contracts;
using Percurso.Viewer.Data;
using Percurso.Viewer.Meshes;
using Percurso.Viewer.Preparing;

namespace Percurso.Viewer.Domain;

sealed class Versions(ViewerDb db, PrepareMesh prepare, Bell bell, TimeProvider clock) : IVersions
{
    DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<VersionView>> OfAsync(string purpose, Guid subject, CancellationToken cancel) => await ViewsAsync(
        await db.Whole.AsNoTracking().Where(version => version.Purpose == purpose && version.SubjectId == subject).OrderBy(version => version.Number).ToListAsync(cancel), cancel);

    public async Task<VersionView?> FindAsync(Guid version, CancellationToken cancel) =>
        (await ViewsAsync(await db.Whole.AsNoTracking().Where(row => row.Id == version).ToListAsync(cancel), cancel)).SingleOrDefault();

    public async Task<Guid> BeginAsync(string purpose, Guid subject, Guid by, CancellationToken cancel)
    {
        var last = await db.Whole.AsNoTracking().Where(version => version.Purpose == purpose && version.SubjectId == subject).OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancel);
        var begun = ModelVersion.Begin(purpose, subject, last, by, Now);
        db.Add(begun);
        await db.SaveChangesAsync(cancel);
        return begun.Id;
    }

    public async Task AddLayerAsync(Guid version, LayerFile file, CancellationToken cancel)
    {
        var found = await LoadAsync(version, cancel);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into viewer.prepared_mesh (id, version, file_id, file_sha256, state, look_after, runs, triangles, open_edges, least, most, error, full_length, coarse_length)
            values ({Guid.CreateVersion7()}, 1, {file.Id}, {file.Sha256}, 'Preparing', {Now}, 0, 0, 0, {Array.Empty<double>()}, {Array.Empty<double>()}, 0, 0, 0)
            on conflict (file_sha256) do nothing
            """, cancel);
        found.Add(file, await db.Meshes.Where(mesh => mesh.FileSha256 == file.Sha256).Select(mesh => mesh.Id).SingleAsync(cancel));
        await db.SaveChangesAsync(cancel);
        await bell.RingAsync(PrepareMesh.ToPrepare, cancel);
    }

    public Task DescribeAsync(Guid version, string? notes, Orientation orientation, IReadOnlyList<LayerWords> layers, CancellationToken cancel) =>
        ActAsync(version, found => found.Describe(notes, orientation, layers), cancel);

    public Task RemoveLayerAsync(Guid version, Guid layer, CancellationToken cancel) => ActAsync(version, found => found.Remove(layer), cancel);

    public Task UnsealAsync(Guid version, CancellationToken cancel) => ActAsync(version, found => found.Unseal(), cancel);

    public async Task<string> SealAsync(Guid version, CancellationToken cancel)
    {
        var found = await LoadAsync(version, cancel);
        found.Seal(await MeshesAsync([found], cancel), Now);
        await db.SaveChangesAsync(cancel);
        return found.Hash!;
    }

    public async Task<bool> IsWholeAsync(Guid version, CancellationToken cancel)
    {
        var found = await LoadAsync(version, cancel);
        var meshes = await MeshesAsync([found], cancel);
        if (found.Hash is null || found.HashWith(meshes) != found.Hash) return false;

        foreach (var hash in meshes.Values.SelectMany(mesh => new[] { mesh.FullSha256!, mesh.CoarseSha256! }).Distinct())
            if (await db.Bytes.AsNoTracking().SingleOrDefaultAsync(row => row.Sha256 == hash, cancel) is not { } row || Prepared.HashOf(row.Bytes) != hash) return false;
        return true;
    }

    public async Task PrepareAsync(CancellationToken cancel)
    {
        while (await prepare.NextAsync(cancel)) { }
    }

    internal async Task<Dictionary<Guid, PreparedMesh>> MeshesAsync(IReadOnlyList<ModelVersion> versions, CancellationToken cancel)
    {
        var ids = versions.SelectMany(version => version.Layers).Select(layer => layer.MeshId).Distinct().ToList();
        return await db.Meshes.AsNoTracking().Where(mesh => ids.Contains(mesh.Id)).ToDictionaryAsync(mesh => mesh.Id, cancel);
    }

    async Task<List<VersionView>> ViewsAsync(List<ModelVersion> versions, CancellationToken cancel)
    {
        var meshes = await MeshesAsync(versions, cancel);
        return [.. versions.Select(one => new VersionView(
            one.Id, one.Purpose, one.SubjectId, one.Number, one.Notes, one.Orientation, one.MadeBy, one.MadeAt, one.SealedAt, one.Hash,
            [.. one.Layers.Select(layer => new LayerView(
                layer.Id, layer.FileId, layer.FileName, layer.FileSha256, layer.Name, layer.Kind, layer.Colour, layer.Opacity, meshes[layer.MeshId].AsView()))]))];
    }

    async Task ActAsync(Guid version, Action<ModelVersion> verb, CancellationToken cancel)
    {
        verb(await LoadAsync(version, cancel));
        await db.SaveChangesAsync(cancel);
    }

    async Task<ModelVersion> LoadAsync(Guid version, CancellationToken cancel) =>
        await db.Whole.SingleOrDefaultAsync(row => row.Id == version, cancel) ?? throw new RuleBrokenException("Esta versão já não está aqui.");
}
