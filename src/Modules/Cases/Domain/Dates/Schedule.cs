using Percurso.Cases.Contracts;

namespace Percurso.Cases.Domain.Dates;

/// <summary>Whether a case will be ready for its surgery.</summary>
enum Risk
{
    /// <summary>In time, or no surgery date to be late for.</summary>
    None,

    /// <summary>In time with at most two working days to spare.</summary>
    Tight,

    /// <summary>Too late if everybody takes the days of the table.</summary>
    Late,
}

/// <summary>When a step will be done by the table of days, and when it must be done at the latest.</summary>
sealed record Due(string Step, DateOnly? PromisedOn, DateOnly? LatestOn);

/// <summary>The dates of a case: forwards from where it stands, backwards from the surgery.</summary>
/// <param name="Steps">Of the steps that are not done, in their order.</param>
/// <param name="ReadyOn">When the last will be done, as things stand today; null while the clock does not run.</param>
/// <param name="ReadyBy">When it must be, for the surgery.</param>
/// <param name="Risk">What follows.</param>
sealed record Schedule(IReadOnlyList<Due> Steps, DateOnly? ReadyOn, DateOnly? ReadyBy, Risk Risk)
{
    const int Tight = 2;

    /// <param name="one">The case.</param>
    /// <param name="pathway">Its version of the pathway.</param>
    /// <param name="table">How long things take.</param>
    /// <param name="calendar">On which days anybody works.</param>
    /// <param name="today">In the company's time zone.</param>
    /// <param name="dayOf">The day of a moment in the company's time zone.</param>
    public static Schedule Of(Case one, Pathway pathway, DaysTable table, WorkCalendar calendar, DateOnly today, Func<DateTime, DateOnly> dayOf)
    {
        var runs = !one.ClockStands && pathway.Steps.All(step => !step.StartsClock || one.FindStep(step.Key)?.State == StepState.Done);
        int Days(CaseStep step) => table.DaysOf(step.Key, step.Kind, one.Prescription);

        var (promised, ends) = (new Dictionary<string, DateOnly>(), new Dictionary<string, DateOnly>());
        foreach (var step in one.Steps)
        {
            var start = step.Needs.Select(need => ends[need]).Append(step.State == StepState.Locked ? today : dayOf(step.OpenedAt!.Value)).Max();
            if (step.State != StepState.Locked) start = dayOf(step.OpenedAt!.Value);
            promised[step.Key] = calendar.Add(start, Days(step) + step.HeldDays);
            // What is late already pushes what comes after it.
            ends[step.Key] = step.State == StepState.Done ? dayOf(step.DoneAt!.Value) : Later(promised[step.Key], today);
        }

        var latest = Latest(one, Days, calendar, table.Margin);
        var ready = one.IsThrough ? (DateOnly?)null : one.Steps.Where(step => step.State != StepState.Done).Max(step => ends[step.Key]);
        var by = latest.Count == 0 ? (DateOnly?)null : latest.Values.Max();
        var dues = one.Steps.Where(step => step.State != StepState.Done)
            .Select(step => new Due(step.Key, runs ? promised[step.Key] : null, latest.TryGetValue(step.Key, out var day) ? day : null));
        return new([.. dues], runs ? ready : null, by, ready is { } on && by is { } limit ? RiskOf(on, limit, calendar) : Risk.None);
    }

    /// <summary>The first day on which a surgery that is asked for today could be.</summary>
    public static DateOnly Earliest(Pathway pathway, Prescription asked, DaysTable table, WorkCalendar calendar, DateOnly today)
    {
        var ends = new Dictionary<string, DateOnly>();
        foreach (var (place, step) in pathway.Steps.Index())
            ends[step.Key] = calendar.Add(pathway.NeedsOf(place).Select(need => ends[need]).Append(today).Max(), table.DaysOf(step.Key, step.Kind, asked));
        return calendar.Add(ends.Values.Max(), table.Margin);
    }

    /// <summary>A step must be done that many days before the first of those that need it must be.</summary>
    static Dictionary<string, DateOnly> Latest(Case one, Func<CaseStep, int> days, WorkCalendar calendar, int margin)
    {
        var latest = new Dictionary<string, DateOnly>();
        if (one.SurgeryOn is not { } surgery) return latest;

        var last = calendar.Back(surgery, margin);
        foreach (var step in one.Steps.Reverse())
        {
            var after = one.Steps.Where(later => later.Needs.Contains(step.Key)).Select(later => calendar.Back(latest[later.Key], days(later)));
            latest[step.Key] = after.Append(last).Min();
        }

        return latest;
    }

    static Risk RiskOf(DateOnly on, DateOnly by, WorkCalendar calendar) =>
        calendar.Between(on, by) switch { < 0 => Risk.Late, <= Tight => Risk.Tight, _ when on > by => Risk.Late, _ => Risk.None };

    static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
