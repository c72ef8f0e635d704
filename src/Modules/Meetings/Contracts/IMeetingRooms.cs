using System.Security.Claims;

namespace Percurso.Meetings.Contracts;

/// <summary>Whether one can go in.</summary>
public enum RoomDoor { NotYet, Open, Over }

/// <summary>A room as one person finds it.</summary>
/// <param name="OpensAt">UTC.</param>
/// <param name="StartsAt">UTC.</param>
/// <param name="WasEnded">A host has ended it; it can be opened again.</param>
public sealed record RoomView(Guid Id, RoomRole Role, RoomDoor Door, DateTime OpensAt, DateTime StartsAt, bool WasEnded)
{
    /// <summary>Where the browser finds its line, its servers, its measure.</summary>
    public string Path => $"/reunioes/{Id}";
}

/// <summary>One thing that was written in a room.</summary>
public sealed record ChatView(Guid By, string Name, DateTime At, string Text);

/// <summary>Somebody was in a room.</summary>
/// <param name="LeftAt">Null while they are there.</param>
public sealed record VisitView(Guid Account, string Name, bool IsHost, DateTime CameAt, DateTime? LeftAt);

/// <summary>What is kept of the rooms of one subject, in order.</summary>
public sealed record RoomRecord(IReadOnlyList<ChatView> Chat, IReadOnlyList<VisitView> Visits);

/// <summary>Rooms in which people see and hear each other, for modules above. It asks no rights but in <see cref="FindAsync"/>.</summary>
public interface IMeetingRooms
{
    /// <summary>How long before the time a room opens.</summary>
    Task<TimeSpan> EarlyAsync(CancellationToken cancel);

    /// <summary>The room of a booking, made when it is first asked for.</summary>
    Task<Guid> OfAsync(string purpose, Guid subject, Guid booking, CancellationToken cancel);

    /// <summary>Null for whom it is not there.</summary>
    Task<RoomView?> FindAsync(ClaimsPrincipal person, Guid room, CancellationToken cancel);

    /// <summary>For a host who has ended it too soon.</summary>
    Task OpenAgainAsync(Guid room, CancellationToken cancel);

    Task<RoomRecord> RecordAsync(string purpose, Guid subject, CancellationToken cancel);
}
