namespace Percurso.Meetings.Domain;

/// <summary>One thing that was written in a room; kept with it, and never changed.</summary>
sealed class ChatLine
{
    public const int TextLength = 2000;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid RoomId { get; init; }

    /// <summary>The order in which they were kept.</summary>
    public long Seq { get; private init; }
    public required Guid By { get; init; }
    public required DateTime At { get; init; }
    public required string Text { get; init; }
}
