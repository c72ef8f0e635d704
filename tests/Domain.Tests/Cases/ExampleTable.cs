using System.Globalization;

using Percurso.Cases.Domain.Dates;
using Percurso.Testing;

namespace Percurso.Domain.Tests.Cases;

/// <summary>The worked examples of docs/spec/dates.md, read as they are printed there.</summary>
static class ExampleTable
{
    /// <summary>The cells of the table under a heading, without its two head lines.</summary>
    public static IReadOnlyList<string[]> Under(string heading) =>
        [.. File.ReadAllLines(Repository.At("docs", "spec", "dates.md"))
            .SkipWhile(line => line != "### " + heading).Skip(1).TakeWhile(line => !line.StartsWith('#'))
            .Where(line => line.StartsWith('|')).Skip(2)
            .Select(line => line.Trim()[1..^1].Split('|').Select(cell => cell.Trim()).ToArray())];

    public static DateOnly Day(string cell) => DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? DayOrNone(string cell) => cell.Length == 0 ? null : Day(cell);

    public static WorkCalendar Calendar(string cell) =>
        new(cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(day => new ClosedDay(Day(day), "fechado")));
}
