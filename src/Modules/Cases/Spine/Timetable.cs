using Percurso.Cases.Contracts;
using Percurso.Cases.Domain;
using Percurso.Cases.Domain.Dates;
using Percurso.Kernel.Settings;

namespace Percurso.Cases.Spine;

/// <summary>The company's days: how long things take, when nobody works, what day it is.</summary>
sealed class Timetable(ISettings settings, TimeProvider clock, TimeZoneInfo zone)
{
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public DateOnly Today => DayOf(Now);

    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));

    /// <summary>The first moment of a day, UTC; where clocks are put forward at midnight, the moment they are put to.</summary>
    public DateTime BeginningOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(30);
        return TimeZoneInfo.ConvertTimeToUtc(midnight, zone);
    }

    public async Task<DaysTable> TableAsync(CancellationToken cancel) => await settings.FindAsync<DaysTable>(cancel) ?? DaysTable.Empty;

    public async Task<IReadOnlyList<ClosedDay>> ClosedAsync(CancellationToken cancel) => (await settings.FindAsync<ClosedDays>(cancel))?.Days ?? [];

    public async Task<WorkCalendar> CalendarAsync(CancellationToken cancel) => new(await ClosedAsync(cancel));

    /// <summary>Gives a case the dates that follow from where it stands now.</summary>
    public async Task PromiseAsync(Case one, Pathway pathway, CancellationToken cancel)
    {
        if (one.State is CaseState.Cancelled) return;

        one.Promise(Schedule.Of(one, pathway, await TableAsync(cancel), await CalendarAsync(cancel), Today, DayOf), DayOf, Now);
    }

    /// <summary>Working days for which a case's clock has stood.</summary>
    public async Task<int> StoodAsync(Case one, CancellationToken cancel) =>
        one.HeldAt is { } since ? Math.Max(0, (await CalendarAsync(cancel)).Between(DayOf(since), Today)) : 0;
}
