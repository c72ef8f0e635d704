namespace Percurso.Cases.Contracts;

/// <summary>
/// How a step kind answers the spine. Each call is one transaction and may stand inside a larger <c>Together</c>; each refuses by
/// the tables of docs/spec/cases.md with a <c>RuleBrokenException</c> before anything has changed.
/// </summary>
public interface ICaseSteps
{
    /// <summary>The step is done; what waited for it opens.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="step">The step's key.</param>
    /// <param name="evidence">What shows it, kept with the step for ever as JSON; ids and values, small.</param>
    /// <param name="by">Who did it; null for the site itself.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    /// <param name="words">A sentence for the timeline, without health data, where "done" does not say enough.</param>
    Task DoneAsync(Guid caseId, string step, object evidence, Guid? by, CancellationToken cancel, string? words = null);

    /// <summary>A done step opens again; those that waited for it and are open close, unless they are done.</summary>
    Task ReopenAsync(Guid caseId, string step, Turn turn, string reason, Guid? by, CancellationToken cancel, bool byDentist = false);

    /// <summary>The turn passes to the other side within an open step.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="step">The step's key.</param>
    /// <param name="turn">Whose turn it is now.</param>
    /// <param name="reason">A sentence for the timeline, without health data; null where the step's own words say enough.</param>
    /// <param name="by">Who passes it.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    Task PassAsync(Guid caseId, string step, Turn turn, string? reason, Guid? by, CancellationToken cancel);
}
