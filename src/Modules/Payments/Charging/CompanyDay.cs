using Percurso.Kernel.Settings;

namespace Percurso.Payments.Charging;

/// <summary>Which day it is where the company is: prices and quotas go by it.</summary>
sealed class CompanyDay(ISettings settings, TimeProvider clock)
{
    public async Task<DateOnly> TodayAsync(CancellationToken cancel) => await OfAsync(clock.GetUtcNow().UtcDateTime, cancel);

    public async Task<DateOnly> OfAsync(DateTime utc, CancellationToken cancel) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, await ZoneAsync(cancel)));

    /// <summary>The first moment of a day there, in UTC.</summary>
    public async Task<DateTime> BeginningOfAsync(DateOnly day, CancellationToken cancel) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), await ZoneAsync(cancel));

    async Task<TimeZoneInfo> ZoneAsync(CancellationToken cancel) =>
        TimeZoneInfo.FindSystemTimeZoneById((await settings.FindAsync<Company>(cancel))?.TimeZone ?? Company.DefaultTimeZone);
}
