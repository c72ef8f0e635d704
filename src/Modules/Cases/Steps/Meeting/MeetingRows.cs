using Percurso.Kernel.Events;

namespace Percurso.Cases.Steps.Meeting;

/// <summary>One line of a meeting's history; both sides read it.</summary>
sealed class MeetingLine
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid MeetingId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }
    public required DateTime At { get; init; }
    public required Guid By { get; init; }
    public required MeetingMove Move { get; init; }

    /// <summary>The time it is about; null where there is none. UTC.</summary>
    public DateTime? Time { get; init; }

    /// <summary>What was written with it; of minutes the decisions as they read then, a line each.</summary>
    public string? Words { get; init; }
}

/// <summary>The company proposes times.</summary>
[FactName("cases.meeting-proposed")]
sealed record MeetingProposed(Guid CaseId, string Step) : IFact;

/// <summary>The dentist goes on without the meeting, or has taken that back.</summary>
[FactName("cases.meeting-waived")]
sealed record MeetingWaived(Guid CaseId, string Step, bool IsTakenBack) : IFact;

/// <summary>The company has chosen another room, or ours again.</summary>
[FactName("cases.meeting-placed")]
sealed record MeetingPlaced(Guid CaseId, string Step) : IFact;
