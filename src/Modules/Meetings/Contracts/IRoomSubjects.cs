using System.Security.Claims;

namespace Percurso.Meetings.Contracts;

/// <summary>What somebody is in a room.</summary>
public enum RoomRole
{
    /// <summary>For them it is not there.</summary>
    None,

    /// <summary>Asks to be let in.</summary>
    Guest,

    /// <summary>Enters, lets others in, ends it.</summary>
    Host,
}

/// <summary>What the owner of a room's subject says of one person and one booking.</summary>
/// <param name="StartsAt">UTC.</param>
/// <param name="EndsAt">UTC; people may talk longer.</param>
/// <param name="Stands">False once the booking was cancelled, or its owner is done with it.</param>
public sealed record Admission(RoomRole Role, DateTime StartsAt, DateTime EndsAt, bool Stands);

/// <summary>Answers for the rooms of one purpose. The module above registers one; this module denies whatever nobody answers for.</summary>
public interface IRoomSubjects
{
    /// <summary><c>meeting</c>; stored, so never renamed.</summary>
    string Purpose { get; }

    /// <summary>Asked at each request, and at each call on the line. Null where there is no such booking.</summary>
    Task<Admission?> AdmitAsync(ClaimsPrincipal person, Guid subject, Guid booking, CancellationToken cancel);
}
