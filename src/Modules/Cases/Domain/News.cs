namespace Percurso.Cases.Domain;

/// <summary>What somebody may want to hear of at once, once a day or not at all. Holds, cancellations and a surgery at risk are not among them: they are always told.</summary>
enum News
{
    /// <summary>It is their turn.</summary>
    Turn,

    /// <summary>A step is done.</summary>
    Done,
    Message,
    Reminder,
}

enum Way { Now, Daily, Never }

/// <summary>How somebody wants to hear of one kind of news; without a row, at once.</summary>
sealed class Preference
{
    public required Guid AccountId { get; init; }
    public required News News { get; init; }
    public required Way Way { get; set; }
}

/// <summary>Something that waits for somebody's letter of the day.</summary>
sealed class DigestLine
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required Guid CaseId { get; init; }
    public required News News { get; init; }
    public required DateTime At { get; init; }
}
