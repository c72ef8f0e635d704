using Percurso.Kernel.Settings;

namespace Percurso.Cases.Domain.Dates;

/// <summary>A day on which the company does not work, beside weekends and national holidays.</summary>
/// <param name="On">The day.</param>
/// <param name="Name">What it is: a municipal holiday, the company's own closing.</param>
/// <param name="EveryYear">On the same day of each year from then on.</param>
sealed record ClosedDay(DateOnly On, string Name, bool EveryYear = false)
{
    public bool Falls(DateOnly day) => EveryYear ? day >= On && (day.Month, day.Day) == (On.Month, On.Day) : day == On;
}

/// <summary>The company's closed days.</summary>
sealed record ClosedDays(IReadOnlyList<ClosedDay> Days) : ISettingsGroup
{
    public static string Key => "cases.closed-days";
}
