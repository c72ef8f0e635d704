using Percurso.Kernel.Settings;

namespace Percurso.Meetings.Domain;

/// <summary>When rooms are open, in minutes.</summary>
/// <param name="Early">How long before the time one may enter.</param>
/// <param name="Late">How long after its end a room closes that nobody has ended.</param>
sealed record RoomRules(int Early = 15, int Late = 120) : ISettingsGroup
{
    /// <summary>A mesh: each sends its picture to each other, and more than this is too much for a practice's line.</summary>
    public const int MostInside = 4;

    public static string Key => "meetings.rules";
}
