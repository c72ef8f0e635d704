using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Spine;
using Percurso.Cases.Steps.Review;
using Percurso.Kernel;
using Percurso.Payments.Contracts;

namespace Percurso.Cases.Figures;

/// <summary>Counts the company's figures, from histories and from money that moved.</summary>
sealed class CountFigures(CasesDb db, OpenCases open, Timetable timetable, IRevenue revenue, IFindPeople people)
{
    /// <param name="from">The first day, in the company's time zone.</param>
    /// <param name="to">The last.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Tables> OfAsync(DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var (begin, end) = (timetable.BeginningOf(from), timetable.BeginningOf(to.AddDays(1)));
        var steps = await db.Pathways.AnyAsync(cancel) ? (await open.NewestAsync(cancel)).Steps : [];
        return new(
            await TurnaroundAsync(steps, begin, end, cancel), await RoundsAsync(steps, begin, end, cancel), await FinishedAsync(begin, end, cancel),
            await PlannersAsync(begin, end, cancel), await MonthsAsync(from, to, cancel),
            await db.Cases.CountAsync(one => one.OpenedAt >= begin && one.OpenedAt < end, cancel));
    }

    async Task<IReadOnlyList<StepTime>> TurnaroundAsync(IReadOnlyList<PathwayStep> steps, DateTime begin, DateTime end, CancellationToken cancel)
    {
        var walked = db.Events.Where(one => one.What == Happening.StepDone && one.At >= begin && one.At < end).Select(one => one.CaseId);
        var histories = await db.Events.AsNoTracking().Where(one => walked.Contains(one.CaseId) && one.At < end).OrderBy(one => one.Number)
            .Select(one => new CaseEvent { CaseId = one.CaseId, At = one.At, Number = one.Number, Who = one.Who, What = one.What, Step = one.Step, Turn = one.Turn }).ToListAsync(cancel);
        var runs = histories.GroupBy(one => one.CaseId).SelectMany(StepRun.Of).Where(run => run.DoneAt >= begin).ToLookup(run => run.Step);
        return [.. steps.Where(step => runs[step.Key].Any()).Select(step => StepTime.Of(step.Key, step.Title.ToString(), [.. runs[step.Key]]))];
    }

    async Task<IReadOnlyList<StepRounds>> RoundsAsync(IReadOnlyList<PathwayStep> steps, DateTime begin, DateTime end, CancellationToken cancel)
    {
        var approved = (await db.Reviews.AsNoTracking().Where(one => one.State == ReviewState.Approved && one.ApprovedAt >= begin && one.ApprovedAt < end)
            .Select(one => new { one.Step, one.Rounds }).ToListAsync(cancel)).ToLookup(one => one.Step, one => one.Rounds);
        return [.. steps.Where(step => approved[step.Key].Any()).Select(step => Of(step, [.. approved[step.Key]]))];

        static StepRounds Of(PathwayStep step, int[] rounds) => new(step.Key, step.Title.ToString(), rounds.Length, rounds.Average(), rounds.Count(one => one == 0), rounds.Max());
    }

    /// <summary>A case that is opened again, for a guide that is made anew, was finished when it was finished first.</summary>
    async Task<IReadOnlyList<FinishedCase>> FinishedAsync(DateTime begin, DateTime end, CancellationToken cancel)
    {
        var calendar = await timetable.CalendarAsync(cancel);
        var firsts = db.Events.Where(one => one.What == Happening.Finished).GroupBy(one => one.CaseId).Select(all => new { CaseId = all.Key, At = all.Min(one => one.At) });
        var found = await firsts.Where(first => first.At >= begin && first.At < end)
            .Join(db.Cases, first => first.CaseId, one => one.Id, (first, one) => new { one.Number, one.Id, first.At, one.FirstReadyOn, one.StoodDays, one.ReadyBy })
            .OrderByDescending(one => one.At).ToListAsync(cancel);
        return [.. found.Select(one => new FinishedCase(one.Number, one.Id, timetable.DayOf(one.At), Later(one.FirstReadyOn, one.StoodDays), one.ReadyBy))];

        DateOnly? Later(DateOnly? promised, int days) => promised is { } day && days > 0 ? calendar.Add(day, days) : promised;
    }

    async Task<IReadOnlyList<PlannerCases>> PlannersAsync(DateTime begin, DateTime end, CancellationToken cancel)
    {
        var now = await db.Cases.Where(one => one.LookOn != null).GroupBy(one => new { one.PlannerId, one.State, one.Turn })
            .Select(same => new { same.Key.PlannerId, same.Key.State, same.Key.Turn, Count = same.Count() }).ToListAsync(cancel);
        var ended = await db.Events.Where(one => (one.What == Happening.Finished || one.What == Happening.Cancelled) && one.At >= begin && one.At < end)
            .Join(db.Cases, happened => happened.CaseId, one => one.Id, (happened, one) => new { one.PlannerId, happened.What, one.Id }).Distinct().ToListAsync(cancel);
        var planners = now.Select(one => one.PlannerId).Concat(ended.Select(one => one.PlannerId)).Distinct().ToList();
        var names = await people.ByIdAsync(planners.OfType<Guid>(), cancel);
        return [.. planners.Select(Of).OrderBy(one => one.Name is null).ThenBy(one => one.Name, StringComparer.CurrentCulture)];

        PlannerCases Of(Guid? planner)
        {
            int Now(params CaseState[] states) => now.Where(one => one.PlannerId == planner && states.Contains(one.State)).Sum(one => one.Count);
            int Turned(Turn turn) => now.Where(one => one.PlannerId == planner && one.State == CaseState.Walking && one.Turn == turn).Sum(one => one.Count);
            int Ended(Happening how) => ended.Count(one => one.PlannerId == planner && one.What == how);

            return new(
                planner is { } id ? names.GetValueOrDefault(id)?.Name ?? "" : null, Turned(Turn.Company), Turned(Turn.Dentist), Now(CaseState.OnHold, CaseState.Answered), Now(CaseState.Paused),
                Ended(Happening.Finished), Ended(Happening.Cancelled));
        }
    }

    async Task<IReadOnlyList<MonthMoney>> MonthsAsync(DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var days = (await revenue.OfAsync(from, to, cancel)).ToLookup(one => FirstOf(one.Day));
        List<MonthMoney> months = [];
        for (var month = FirstOf(from); month <= to; month = month.AddMonths(1))
            months.Add(days[month].Aggregate(new MonthMoney(month, Money.Zero, Money.Zero, Money.Zero, Money.Zero), (sum, day) =>
                new(month, sum.Received + day.Received, sum.Freight + day.Freight, sum.Returned + day.Returned, sum.Sponsored + day.Sponsored)));
        return months;
    }

    static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);
}
