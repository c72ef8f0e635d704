using System.Globalization;
using System.Text.RegularExpressions;

using Percurso.Kernel;

namespace Percurso.Scheduling.Domain;

/// <summary>From one minute of a day to another, as a clock on the wall shows them: 540 to 720 is nine to noon, 1440 is midnight at the day's end.</summary>
readonly partial record struct DayHours(int From, int To)
{
    public const int LineLength = 120;

    /// <summary>Hours as people write them, <c>9:00-12:00, 14h-18h30</c>, in their order; nothing is a day without any.</summary>
    /// <exception cref="RuleBrokenException">They cannot be read, end before they begin, or overlap.</exception>
    public static IReadOnlyList<DayHours> Read(string line)
    {
        var hours = new List<DayHours>();
        foreach (var part in line.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Range().Match(part) is not { Success: true } match || Minute(match.Groups[1].Value, match.Groups[2].Value) is not { } from
                || Minute(match.Groups[3].Value, match.Groups[4].Value) is not { } to || from >= to)
                throw new RuleBrokenException("Escreva os horários assim: 09:00-12:00, 14:00-18:00. Cada um começa antes de terminar.");

            hours.Add(new(from, to));
        }

        hours.Sort((one, other) => one.From.CompareTo(other.From));
        if (hours.Zip(hours.Skip(1)).Any(pair => pair.Second.From < pair.First.To)) throw new RuleBrokenException("Dois horários do mesmo dia se sobrepõem. Junte-os em um.");
        return hours;
    }

    public static string Write(IEnumerable<DayHours> hours) => string.Join(", ", hours);

    public override string ToString() => $"{Clock(From)}-{Clock(To)}";

    static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");

    static int? Minute(string hour, string minute)
    {
        var at = 60 * int.Parse(hour, CultureInfo.InvariantCulture) + (minute.Length == 0 ? 0 : int.Parse(minute, CultureInfo.InvariantCulture));
        return at <= 24 * 60 && (minute.Length == 0 || string.CompareOrdinal(minute, "59") <= 0) ? at : null;
    }

    [GeneratedRegex(@"^([0-9]{1,2})(?:[:h]([0-9]{2})?)?\s*(?:-|–|às|a)\s*([0-9]{1,2})(?:[:h]([0-9]{2})?)?$")]
    private static partial Regex Range();
}
