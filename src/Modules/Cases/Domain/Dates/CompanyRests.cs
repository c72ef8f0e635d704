using Percurso.Cases.Spine;
using Percurso.Scheduling.Contracts;

namespace Percurso.Cases.Domain.Dates;

/// <summary>Nobody is met on Brazil's holidays and on the days the company is closed.</summary>
sealed class CompanyRests(Timetable timetable) : IClosedDays
{
    public async Task<Func<DateOnly, bool>> ReadAsync(CancellationToken cancel) => (await timetable.CalendarAsync(cancel)).IsHoliday;
}
