using Percurso.Kernel.Settings;

namespace Percurso.Scheduling.Domain;

/// <summary>How meetings are booked here; in minutes but for the days.</summary>
/// <param name="Length">How long one takes.</param>
/// <param name="Every">How far apart offered times begin, from the beginning of the hours.</param>
/// <param name="Before">What must be free before it.</param>
/// <param name="After">What must be free after it. Where two meet, the one's After and the other's Before are both kept.</param>
/// <param name="Notice">How long before it one may still book.</param>
/// <param name="Days">How many days ahead one may book.</param>
/// <param name="Changing">How long before it whoever booked may still move or cancel it.</param>
sealed record MeetingRules(int Length = 30, int Every = 30, int Before = 0, int After = 10, int Notice = 24 * 60, int Days = 60, int Changing = 12 * 60) : ISettingsGroup
{
    public static string Key => "scheduling.rules";
}
