using System.Security.Claims;

using Percurso.Viewer.Contracts;

namespace Percurso.Viewer.Serving;

/// <summary>Who may see which version, asked of whoever owns its subject, at each request.</summary>
sealed class Viewers(IVersions versions, IEnumerable<IViewSubjects> owners)
{
    /// <summary>Null for whom it is not there.</summary>
    public async Task<(VersionView Version, ViewRights Rights, IViewSubjects Owner)?> FindAsync(ClaimsPrincipal person, Guid version, CancellationToken cancel)
    {
        if (await versions.FindAsync(version, cancel) is not { } found || owners.FirstOrDefault(one => one.Purpose == found.Purpose) is not { } owner) return null;

        var rights = await owner.RightsOfAsync(person, found.SubjectId, version, cancel);
        return rights.HasFlag(ViewRights.See) ? (found, rights, owner) : null;
    }
}
