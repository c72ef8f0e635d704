using System.Security.Claims;

using Percurso.Files.Contracts;
using Percurso.Files.Domain;

namespace Percurso.Files.Downloads;

/// <summary>Who may read which files, asked of whoever owns them, at each request.</summary>
sealed class Readers(IEnumerable<IFileSubjects> owners)
{
    public async Task<FileRights> RightsOfAsync(ClaimsPrincipal person, string purpose, Guid subject, CancellationToken cancel) =>
        owners.FirstOrDefault(one => one.Purpose == purpose) is { } owner ? await owner.RightsOfAsync(person, subject, cancel) : FileRights.None;

    public async Task<FileSubject?> SubjectAsync(string purpose, Guid subject, CancellationToken cancel) =>
        owners.FirstOrDefault(one => one.Purpose == purpose) is { } owner ? await owner.FindAsync(subject, cancel) : null;

    /// <summary>What turned out to be somebody else's, only those who do not send here may read: the company. What was destroyed or moved on nobody.</summary>
    public async Task<bool> MayReadAsync(ClaimsPrincipal person, StoredFile file, CancellationToken cancel)
    {
        if (!file.HasBytes) return false;

        var rights = await RightsOfAsync(person, file.Purpose, file.SubjectId, cancel);
        return rights.HasFlag(FileRights.Read) && (file.State != FileState.Quarantined || !rights.HasFlag(FileRights.Send));
    }
}
