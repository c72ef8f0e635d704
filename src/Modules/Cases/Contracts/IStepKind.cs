using System.Text.Json;

using Percurso.Kernel.Localization;

namespace Percurso.Cases.Contracts;

/// <summary>A step that is about to open.</summary>
/// <param name="Case">The case, as it is.</param>
/// <param name="Step">The step's key in the pathway.</param>
/// <param name="Settings">What the pathway sets for it; an object, perhaps an empty one.</param>
public sealed record StepToOpen(CaseFacts Case, string Step, JsonElement Settings);

/// <summary>How a step begins.</summary>
/// <param name="Turn">Whose act it awaits first.</param>
/// <param name="Evidence">Not null for a step that is done as soon as it opens: why nothing is left to do.</param>
public sealed record Opening(Turn Turn, object? Evidence = null)
{
    public static Opening For(Turn turn) => new(turn);

    /// <summary>Nothing is left to do here.</summary>
    public static Opening Done(object evidence) => new(Turn.Nobody, evidence);
}

/// <summary>
/// A kind of step, which pathways name as <c>kind</c>. Register with <c>AddStepKind&lt;T&gt;()</c>, in any module. It has a page of its own,
/// shows it within the layout <c>_Case</c>, and answers the spine through <see cref="ICaseSteps"/>.
/// </summary>
public interface IStepKind
{
    /// <summary>Its name in pathways, <c>guidance</c>: stored, so never renamed.</summary>
    string Name { get; }

    /// <summary>The address of an opened step's page.</summary>
    string PathOf(Guid caseId, string step);

    /// <summary>
    /// What happens while it is this side's turn, as the dentist reads it: for theirs what to do, "Leia as orientações e confirme"; for
    /// the company's what it does, "Estamos conferindo os arquivos". Without a full stop.
    /// </summary>
    string Sentence(Turn turn, Words T);

    /// <summary>
    /// The steps before are done, and this one opens, in the same transaction: prepare what the step needs, in your own
    /// module's tables or below. Called again when a later version of the site knows the kind of a step that waited for it.
    /// </summary>
    Task<Opening> OpenAsync(StepToOpen step, CancellationToken cancel);

    /// <summary>
    /// Whether something was begun in an open step that rests on the steps before: a time booked, an order made. While it is so, what was approved there is
    /// not taken back.
    /// </summary>
    Task<bool> HasBegunAsync(Guid caseId, string step, CancellationToken cancel) => Task.FromResult(false);

    /// <summary>Which settings it reads, for whoever edits the pathway; null without any.</summary>
    string? SettingsWords(Words T) => null;

    /// <summary>Whether the kind itself writes to whoever has the turn now: then the letter that says whose turn it is stays unwritten.</summary>
    Task<bool> TellsAsync(Guid caseId, string step, CancellationToken cancel) => Task.FromResult(false);
}
