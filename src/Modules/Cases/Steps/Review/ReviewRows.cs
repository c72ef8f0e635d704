using Percurso.Kernel.Events;

namespace Percurso.Cases.Steps.Review;

/// <summary>One line of a plan's history. Both sides read it, but for what stays within the company.</summary>
sealed class ReviewLine
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid ReviewId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }
    public required DateTime At { get; init; }
    public required Guid By { get; init; }
    public required ReviewMove Move { get; init; }
    public required int OfVersion { get; init; }

    /// <summary>What was written with it; of a release the checklist that was ticked, a line each.</summary>
    public string? Words { get; init; }

    /// <summary>Whether the dentist's side reads it: what happens between planner and reviewer is the company's.</summary>
    public bool IsForDentist => Move is not (ReviewMove.Submit or ReviewMove.Return);
}

/// <summary>One thing the dentist asked to be changed.</summary>
sealed class ChangeRequest
{
    public const int AnswerLength = 500;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid ReviewId { get; init; }

    /// <summary>The version they had before them.</summary>
    public required int OfVersion { get; init; }
    public required int Position { get; init; }
    public required string Words { get; init; }

    /// <summary>The comment it was, with its place on the model; null for what concerns the whole. In Viewer.</summary>
    public Guid? CommentId { get; init; }

    /// <summary>Null while nobody has answered; false where it was not done, and the answer says why.</summary>
    public bool? IsDone { get; private set; }
    public string? Said { get; private set; }

    internal void Answer(bool? isDone, string? words) => (IsDone, Said) = (isDone, words);
}

/// <summary>A version waits for somebody else of the company.</summary>
[FactName("cases.plan-submitted")]
sealed record PlanSubmitted(Guid CaseId, string Step, Guid By) : IFact;

/// <summary>A version came back to whoever made it.</summary>
[FactName("cases.plan-returned")]
sealed record PlanReturned(Guid CaseId, string Step) : IFact;
