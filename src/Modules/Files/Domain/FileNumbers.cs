using System.Security.Cryptography;
using System.Text;

using Microsoft.EntityFrameworkCore;

using Percurso.Files.Data;
using Percurso.Files.Uploads;

namespace Percurso.Files.Domain;

/// <summary>Counts the versions of what a slot of one subject holds.</summary>
static class FileNumbers
{
    /// <summary>Two files for one slot that end at once wait for each other.</summary>
    public static async Task<int> NextAsync(FilesDb db, Upload upload, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({KeyOf(upload)})", cancel);
        return 1 + (await db.Files.Where(file => file.Purpose == upload.Purpose && file.SubjectId == upload.SubjectId && file.Slot == upload.Slot)
            .MaxAsync(file => (int?)file.Number, cancel) ?? 0);
    }

    static long KeyOf(Upload upload) => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"{upload.Purpose} {upload.SubjectId} {upload.Slot}")));
}
