namespace Percurso.Meetings.Domain;

enum VisitState
{
    /// <summary>Has asked to be let in.</summary>
    Waiting,
    Inside,

    /// <summary>A host did not let them in, or sent them out.</summary>
    Refused,
    Gone,
}

/// <summary>
/// One time that somebody came to a room: who is there now, on which node and connection, and afterwards the log of who was. A connection that
/// breaks ends no visit at once: its browser takes the visit up again on a new one.
/// </summary>
sealed class Visit
{
    /// <summary>How long a broken connection may be missing.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Browsers say every ten seconds that they are there; a node that died says nothing for them.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(45);

    Visit() { }

    public Visit(Guid room, Guid account, bool isHost, DateTime now) => (RoomId, AccountId, IsHost, AskedAt, SeenAt) = (room, account, isHost, now, now);

    /// <summary>In the order of coming: of two, the earlier begins the talk between their browsers.</summary>
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid RoomId { get; private init; }
    public Guid AccountId { get; private init; }
    public bool IsHost { get; private init; }
    public VisitState State { get; private set; }
    public DateTime AskedAt { get; private init; }
    public DateTime? CameAt { get; private set; }

    /// <summary>Which host; null for who needed none.</summary>
    public Guid? LetInBy { get; private set; }
    public DateTime? LeftAt { get; private set; }

    /// <summary>When the connection was last heard of.</summary>
    public DateTime SeenAt { get; private set; }

    /// <summary>When the connection broke; null while it stands.</summary>
    public DateTime? LostAt { get; private set; }

    /// <summary>The process that holds the connection.</summary>
    public Guid Node { get; private set; }
    public string Connection { get; private set; } = "";

    public bool IsHere => State is VisitState.Waiting or VisitState.Inside;

    public void On(Guid node, string connection, DateTime now) => (Node, Connection, SeenAt, LostAt) = (node, connection, now, null);

    public void ComeIn(Guid? by, DateTime now) => (State, LetInBy, CameAt) = (VisitState.Inside, by, CameAt ?? now);

    public void Refuse(DateTime now) => (State, LeftAt) = (VisitState.Refused, now);

    public void Lose(DateTime now) => LostAt = now;

    public void Leave(DateTime now)
    {
        if (IsHere) (State, LeftAt) = (VisitState.Gone, now);
    }
}
