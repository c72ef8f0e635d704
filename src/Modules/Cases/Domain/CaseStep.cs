using System.Text.Json;

using Percurso.Cases.Contracts;

namespace Percurso.Cases.Domain;

/// <summary>One step of one case: what the spine knows of it. What its kind knows, its kind keeps.</summary>
sealed class CaseStep
{
    CaseStep() { }

    internal CaseStep(Guid caseId, PathwayStep step, int position, IReadOnlyList<string> needs) =>
        (CaseId, Key, Kind, Position, Needs) = (caseId, step.Key, step.Kind, position, [.. needs]);

    public Guid CaseId { get; private init; }
    public string Key { get; private init; } = "";
    public string Kind { get; private init; } = "";
    public int Position { get; private init; }

    /// <summary>The keys of the steps that must be done before.</summary>
    public List<string> Needs { get; private init; } = [];

    public StepState State { get; private set; }

    /// <summary>Whose act it awaits while it is open.</summary>
    public Turn Turn { get; private set; }
    public DateTime? TurnSince { get; private set; }
    public DateTime? OpenedAt { get; private set; }
    public DateTime? DoneAt { get; private set; }
    public Guid? DoneBy { get; private set; }

    /// <summary>What showed that it was done, as JSON. It stays when the step opens again.</summary>
    public string? Evidence { get; private set; }

    /// <summary>Working days that it stood still on hold while it was open.</summary>
    public int HeldDays { get; private set; }

    /// <summary>When it will be done if everybody keeps to the table of days; null while no clock runs.</summary>
    public DateOnly? PromisedOn { get; internal set; }

    /// <summary>When it must be done for the surgery to be on time; null without a surgery date.</summary>
    public DateOnly? LatestOn { get; internal set; }

    internal void Unlock(StepState to, Turn turn, DateTime now)
    {
        (State, Turn, TurnSince, OpenedAt, HeldDays) = (to, turn, now, now, 0);
    }

    internal void Lock(StepState to) => (State, Turn, TurnSince, OpenedAt) = (to, Turn.Nobody, null, null);

    internal void Pass(StepState to, Turn turn, DateTime now) => (State, Turn, TurnSince) = (to, turn, now);

    internal void Finish(StepState to, object evidence, Guid? by, DateTime now)
    {
        (State, Turn, TurnSince, DoneAt, DoneBy) = (to, Turn.Nobody, null, now, by);
        Evidence = JsonSerializer.Serialize(evidence, JsonSerializerOptions.Web);
    }

    internal void Reopen(StepState to, Turn turn, DateTime now) =>
        (State, Turn, TurnSince, OpenedAt, DoneAt, DoneBy, HeldDays) = (to, turn, now, now, null, null, 0);

    internal void StoodStill(int workingDays) => HeldDays += workingDays;
}
