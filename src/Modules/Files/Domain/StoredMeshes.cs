using Microsoft.EntityFrameworkCore;

using Percurso.Files.Checks.Meshes;
using Percurso.Files.Contracts;
using Percurso.Files.Data;
using Percurso.Files.Uploads;

namespace Percurso.Files.Domain;

sealed class StoredMeshes(FilesDb db, Contents contents) : IMeshes
{
    public async Task<MeshContent?> ReadAsync(Guid file, CancellationToken cancel)
    {
        var found = await db.Files.AsNoTracking().SingleOrDefaultAsync(row => row.Id == file, cancel);
        if (found is null) return null;

        var pieces = await contents.PiecesAsync(found.UploadId, cancel);
        // The readers read as files are read, and so have a thread of their own.
        return await Task.Factory.StartNew(
            () => MeshReading.Read(new(found.Name, found.Length, () => new BufferedStream(contents.Open(pieces), 64 << 10)), cancel),
            cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }
}
