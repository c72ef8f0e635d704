using System.Globalization;

using Percurso.Cases.Contracts;
using Percurso.Cases.Domain.Dates;

namespace Percurso.Cases.Domain;

/// <summary>What was promised, and what moved it.</summary>
sealed partial class Case
{
    const int PatienceInDays = 10;

    /// <summary>Of the step where it stands; null while no clock runs. Lists sort by it.</summary>
    public DateOnly? PromisedOn { get; private set; }

    /// <summary>When the whole will be ready, as things stand.</summary>
    public DateOnly? ReadyOn { get; private set; }

    /// <summary>When the whole must be ready for the surgery.</summary>
    public DateOnly? ReadyBy { get; private set; }

    public Risk Risk { get; private set; }

    /// <summary>The first day that was said for the whole; null until the clock has run once.</summary>
    public DateOnly? FirstReadyOn { get; private set; }

    /// <summary>Working days that it has stood still since that was said.</summary>
    public int StoodDays { get; private set; }

    /// <summary>
    /// The day on which somebody should have looked at it: what was promised, or ten days after the turn came, whichever is first. The board sorts by it,
    /// so that what is overdue and what sleeps come first. Null once the case is over.
    /// </summary>
    public DateOnly? LookOn { get; private set; }

    /// <summary>
    /// Takes new dates. When the day on which all will be ready moves, or that of the step where it stands, the history says from when to when
    /// and because of what: the last thing that happened, or nothing but time.
    /// </summary>
    public void Promise(Schedule schedule, Func<DateTime, DateOnly> dayOf, DateTime now)
    {
        var known = Dates;
        var cause = newEvents.LastOrDefault(one => one.What is not (Happening.StepUnlocked or Happening.DateMoved))?.What;
        foreach (var step in steps)
        {
            var due = schedule.Steps.FirstOrDefault(one => one.Step == step.Key);
            // While the clock stands, what was promised waits to be compared with what will be.
            step.LatestOn = due?.LatestOn;
            if (ClockStands && due is not null) continue;
            if (step.Key == StepKey && step.PromisedOn is { } before && due?.PromisedOn is { } after && before != after) Moved(step.Key, before, after, cause, now);
            step.PromisedOn = due?.PromisedOn;
        }

        if (ReadyOn is { } was && schedule.ReadyOn is { } comes && was != comes) Moved(null, was, comes, cause, now);
        var wasAtRisk = Risk;
        (ReadyOn, ReadyBy, Risk) = (ClockStands ? ReadyOn : schedule.ReadyOn, schedule.ReadyBy, HasEnded ? Risk.None : schedule.Risk);
        FirstReadyOn ??= schedule.ReadyOn;
        PromisedOn = FindStep(StepKey)?.PromisedOn;
        var patience = dayOf(TurnSince).AddDays(PatienceInDays);
        LookOn = HasEnded ? null : PromisedOn is { } promised && !ClockStands && Turn == Turn.Company && promised < patience ? promised : patience;
        if (Risk == Risk.Late && wasAtRisk != Risk.Late) Record(new CaseAtRisk(Id));
        if (Dates != known) Changed();
    }

    /// <summary>All of them, to see whether one has moved.</summary>
    string Dates => $"{ReadyOn} {ReadyBy} {Risk} {PromisedOn} {LookOn} {EventCount} {string.Join(' ', Steps.Select(step => $"{step.PromisedOn} {step.LatestOn}"))}";

    void Moved(string? step, DateOnly from, DateOnly to, Happening? cause, DateTime now) =>
        Happen(Happening.DateMoved, Party.Site, null, now, step,
            from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), cause?.ToString());
}
