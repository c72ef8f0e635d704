using Percurso.Cases.Contracts;

namespace Percurso.Cases.Domain;

/// <summary>What can happen to a case.</summary>
enum Happening
{
    Opened, Prescribed, Named, Assigned,
    StepUnlocked, StepLocked, TurnPassed, StepDone, StepReopened,
    Held, Answered, Released, Paused, Resumed, Cancelled, Finished, Reopened,
    DateMoved, MessageSent, Filed, FiledConfirmed, Replanned,
}

/// <summary>
/// One line of a case's history, which is timeline and audit trail at once and is read by both sides: it holds nothing internal.
/// Lines are added and never changed.
/// </summary>
sealed class CaseEvent
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid CaseId { get; init; }
    public required DateTime At { get; init; }

    /// <summary>Counted within the case, from 1: what happened in one moment keeps its order.</summary>
    public required int Number { get; init; }

    /// <summary>The account; null for the site.</summary>
    public Guid? By { get; init; }
    public required Party Who { get; init; }
    public required Happening What { get; init; }

    /// <summary>The step it concerns.</summary>
    public string? Step { get; init; }

    /// <summary>Whose act the step awaits from then on, where it opened or passed to the other side.</summary>
    public Turn? Turn { get; init; }

    /// <summary>Where the case or the step stood before, where it went.</summary>
    public string? From { get; init; }
    public string? To { get; init; }

    /// <summary>What the person wrote with it: a reason, an answer.</summary>
    public string? Words { get; init; }
}
