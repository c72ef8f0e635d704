using System.Security.Claims;

namespace Percurso.Viewer.Contracts;

/// <summary>What somebody may do with one version.</summary>
[Flags]
public enum ViewRights
{
    /// <summary>For them it is not there.</summary>
    None = 0,
    See = 1,
    Comment = 2,

    /// <summary>To close any comment, not only those of one's own side.</summary>
    CloseAny = 4,

    /// <summary>Belongs to the company.</summary>
    Company = 8,
}

/// <summary>Answers for the subjects of one purpose. The module above registers one; this module denies whatever nobody answers for.</summary>
public interface IViewSubjects
{
    /// <summary><c>review</c>; stored, so never renamed.</summary>
    string Purpose { get; }

    /// <summary>Read at each request.</summary>
    Task<ViewRights> RightsOfAsync(ClaimsPrincipal person, Guid subject, Guid version, CancellationToken cancel);

    /// <summary>The page on which a version is shown.</summary>
    Task<string> PathOfAsync(Guid subject, Guid version, CancellationToken cancel);
}
