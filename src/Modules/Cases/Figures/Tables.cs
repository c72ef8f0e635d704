using Percurso.Kernel;

namespace Percurso.Cases.Figures;

/// <summary>The company's figures over a span of days; docs/spec/figures.md says how each is counted.</summary>
/// <param name="Turnaround">By step, in the pathway's order.</param>
/// <param name="Rounds">By step in which plans are approved.</param>
/// <param name="Finished">Cases that were finished, the last first.</param>
/// <param name="Planners">Cases that are under way now and ended in the span, by who plans them; who plans nothing is missing.</param>
/// <param name="Months">Each month of the span.</param>
/// <param name="Opened">How many cases were opened.</param>
sealed record Tables(
    IReadOnlyList<StepTime> Turnaround, IReadOnlyList<StepRounds> Rounds, IReadOnlyList<FinishedCase> Finished, IReadOnlyList<PlannerCases> Planners,
    IReadOnlyList<MonthMoney> Months, int Opened)
{
    public Share KeptPromises => Share.Of(Finished.Where(one => one.KeptPromise is not null), one => one.KeptPromise == true);

    public Share InTime => Share.Of(Finished.Where(one => one.InTime is not null), one => one.InTime == true);
}

/// <summary>How long a step took, in days of 24 hours.</summary>
/// <param name="Step">Its key.</param>
/// <param name="Title">As the newest pathway calls it.</param>
/// <param name="Times">How often it was done.</param>
/// <param name="Ours">On average with the company.</param>
/// <param name="Theirs">On average with the dentist.</param>
/// <param name="Stood">On average on hold or in a pause; in none of the others.</param>
/// <param name="Median">Of both sides together: half of the times took less.</param>
/// <param name="Most">Of both sides together: nine of ten took less, or as much.</param>
sealed record StepTime(string Step, string Title, int Times, double Ours, double Theirs, double Stood, double Median, double Most)
{
    public static StepTime Of(string step, string title, IReadOnlyList<StepRun> runs)
    {
        var walked = runs.Select(run => run.Walked.TotalDays).Order().ToList();
        return new(step, title, runs.Count, runs.Average(run => run.Ours.TotalDays), runs.Average(run => run.Theirs.TotalDays), runs.Average(run => run.Stood.TotalDays), Middle(walked), walked[(int)Math.Ceiling(walked.Count * 0.9) - 1]);
    }

    static double Middle(List<double> ordered) => (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;
}

/// <summary>How often changes were asked for before a plan was approved.</summary>
sealed record StepRounds(string Step, string Title, int Approved, double Average, int AtFirstSight, int Most);

/// <summary>A case that was finished, and whether it was on time.</summary>
/// <param name="Number">2026-0042.</param>
/// <param name="Id">Its key.</param>
/// <param name="On">The day.</param>
/// <param name="Promised">The day that was said first, later by the days on which it stood still; null where none was said.</param>
/// <param name="Needed">The day by which all had to be ready for the surgery; null without one.</param>
sealed record FinishedCase(string Number, Guid Id, DateOnly On, DateOnly? Promised, DateOnly? Needed)
{
    public bool? KeptPromise => Promised is { } day ? On <= day : null;

    public bool? InTime => Needed is { } day ? On <= day : null;
}

/// <summary>Somebody's cases.</summary>
/// <param name="Name">Null for cases that nobody plans.</param>
sealed record PlannerCases(string? Name, int Ours, int Theirs, int OnHold, int Paused, int Finished, int Cancelled)
{
    public int UnderWay => Ours + Theirs + OnHold + Paused;
}

/// <summary>The money of a month.</summary>
/// <param name="Month">Its first day.</param>
sealed record MonthMoney(DateOnly Month, Money Received, Money Freight, Money Returned, Money Sponsored)
{
    /// <summary>What stays with the company of what clinics paid.</summary>
    public Money Net => Received - Freight - Returned;

    public bool HasMoved => !(Received.IsZero && Freight.IsZero && Returned.IsZero && Sponsored.IsZero);
}

/// <summary>So many of so many.</summary>
readonly record struct Share(int Part, int Whole)
{
    /// <summary>In hundredths, rounded; null of none.</summary>
    public int? Percent => Whole == 0 ? null : (int)Math.Round(100.0 * Part / Whole, MidpointRounding.AwayFromZero);

    public static Share Of<T>(IEnumerable<T> all, Func<T, bool> counts)
    {
        var list = all.ToList();
        return new(list.Count(counts), list.Count);
    }
}
