namespace Percurso.Meetings.Data;

/// <summary>Something on its way to a connection that another node holds. That node takes it out; what nobody takes is thrown away after a minute.</summary>
sealed class Parcel
{
    /// <summary>The order in which they were sent.</summary>
    public long Seq { get; private init; }
    public required Guid Node { get; init; }
    public required string Connection { get; init; }

    /// <summary>What the browser is told: the name of a message of the line.</summary>
    public required string Message { get; init; }

    /// <summary>JSON.</summary>
    public required string Body { get; init; }
    public required DateTime At { get; init; }
}
