using System.Security.Claims;

namespace Percurso.Files.Contracts;

/// <summary>What somebody may do with the files of one subject.</summary>
[Flags]
public enum FileRights
{
    /// <summary>For them it is not there.</summary>
    None = 0,
    Read = 1,
    Send = 2,
}

/// <summary>What files belong to, as whoever owns it describes it.</summary>
/// <param name="Id">The subject.</param>
/// <param name="Number">As people call it; names ZIPs.</param>
/// <param name="Initials">Of the patient: all that somebody with a link is shown.</param>
/// <param name="OwnerId">Whose room its files take: the clinic.</param>
/// <param name="Tags">What it is, for slots to say whom they are for: <c>mucosa</c>, <c>full</c>.</param>
/// <param name="PatientName">For the checks, which compare it with what a tomography says; never shown by this module.</param>
/// <param name="BornOn">For the checks.</param>
/// <param name="OpenSlots">The keys of the slots to which something may still be sent.</param>
public sealed record FileSubject(
    Guid Id, string Number, string Initials, Guid OwnerId, IReadOnlySet<string> Tags, string PatientName, DateOnly? BornOn, IReadOnlySet<string> OpenSlots)
{
    /// <summary>Whether anything may still be sent.</summary>
    public bool TakesFiles => OpenSlots.Count > 0;

    public bool Takes(string slot) => OpenSlots.Contains(slot);

    /// <summary>
    /// What a file may be in slots that are not of the company's list: anything we know, or planned parts alone. Those are meshes of any size, such as an
    /// implant, for which the limits of a scanned arch do not hold.
    /// </summary>
    public bool TakesParts { get; init; }

    /// <summary>Of the slots that are not of the company's list, those that take documents alone.</summary>
    public IReadOnlySet<string> DocumentSlots { get; init; } = new HashSet<string>();
}

/// <summary>One thing that a subject may be.</summary>
/// <param name="Tag">As slots name it.</param>
/// <param name="Words">In the reader's language.</param>
public sealed record SubjectKind(string Tag, string Words);

/// <summary>Answers for the subjects of one purpose. The module above registers one; this module denies whatever nobody answers for.</summary>
public interface IFileSubjects
{
    /// <summary><c>case</c>; stored, so never renamed.</summary>
    string Purpose { get; }

    /// <summary>All tags there are, for administrators who say which subjects need what.</summary>
    IReadOnlyList<SubjectKind> Kinds { get; }

    Task<FileSubject?> FindAsync(Guid subject, CancellationToken cancel);

    /// <summary>By what people call it.</summary>
    Task<FileSubject?> FindAsync(string number, CancellationToken cancel);

    /// <summary>Read at each request.</summary>
    Task<FileRights> RightsOfAsync(ClaimsPrincipal person, Guid subject, CancellationToken cancel);
}
