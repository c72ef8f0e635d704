using System.Globalization;

using Percurso.Kernel;
using Percurso.Scheduling.Domain;
using Percurso.Testing;

namespace Percurso.Domain.Tests.Scheduling;

/// <summary>The table in <c>docs/spec/scheduling.md</c>, row by row.</summary>
public sealed class FreeTimesTests
{
    public static TheoryData<string> Situations => [.. Rows().Select(row => row[0])];

    [Theory]
    [MemberData(nameof(Situations))]
    public void What_is_offered_is_what_the_table_says(string situation)
    {
        if (Rows().Single(row => row[0] == situation) is not [_, var place, var hours, var said, var booked, var other, var now, var day, var offered])
            throw new InvalidOperationException($"{situation} has not nine cells.");

        var zone = TimeZoneInfo.FindSystemTimeZoneById(place.Length == 0 ? "America/Sao_Paulo" : place);
        var (rules, on) = (Rules(said), DateOnly.Parse(day, CultureInfo.InvariantCulture));
        var agenda = new Agenda(Guid.CreateVersion7(), zone.Id);
        agenda.Keep([hours, hours, hours, hours, hours, hours, hours]);
        foreach (var otherwise in other.Split(", ", StringSplitOptions.RemoveEmptyEntries).Where(word => word != "closed")) agenda.Except(on, otherwise == "none" ? "" : otherwise);
        var taken = booked.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(time => FreeTimes.Around(Utc($"{day} {time}", zone), rules)).ToList();

        var free = FreeTimes.Of(
            agenda, rules, date => date == on && other.StartsWith("closed", StringComparison.Ordinal), taken, Utc(day, zone), Utc(on.AddDays(1).ToString("O", CultureInfo.InvariantCulture), zone), Utc(now, zone));

        Assert.Equal(offered, string.Join(' ', free.Select(start => TimeZoneInfo.ConvertTimeFromUtc(start, zone).ToString("HH:mm", CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void The_table_has_more_than_thirty_situations() => Assert.InRange(Rows().Count(), 31, 100);

    /// <summary>The hour that clocks show twice is offered once, the first time round.</summary>
    [Fact]
    public void Of_an_hour_that_comes_twice_the_first_is_offered()
    {
        var agenda = new Agenda(Guid.CreateVersion7(), "America/New_York");
        agenda.Keep(["01:00-02:00", "", "", "", "", "", ""]);

        var free = FreeTimes.Of(agenda, new MeetingRules(After: 0, Notice: 0), _ => false, [], new(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc), new(2026, 11, 2, 0, 0, 0, DateTimeKind.Utc), new(2026, 10, 20, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal([new(2026, 11, 1, 5, 0, 0, DateTimeKind.Utc), new(2026, 11, 1, 5, 30, 0, DateTimeKind.Utc)], free);
    }

    [Theory]
    [InlineData("9h-12h30; 14-18", "09:00-12:30, 14:00-18:00")]
    [InlineData("14:00 às 18:00, 9:00 – 12:00", "09:00-12:00, 14:00-18:00")]
    [InlineData("23:30-24:00", "23:30-24:00")]
    [InlineData("  ", "")]
    public void Hours_are_read_as_people_write_them(string line, string hours) => Assert.Equal(hours, DayHours.Write(DayHours.Read(line)));

    [Theory]
    [InlineData("12:00-09:00")]
    [InlineData("09:00-09:00")]
    [InlineData("09:00-25:00")]
    [InlineData("09:70-12:00")]
    [InlineData("cedo")]
    [InlineData("09:00-12:00, 11:30-13:00")]
    public void What_is_no_hours_is_refused_with_a_sentence(string line) => Assert.EndsWith(".", Assert.Throws<RuleBrokenException>(() => DayHours.Read(line)).Words, StringComparison.Ordinal);

    static IEnumerable<string[]> Rows() =>
        File.ReadLines(Repository.At("docs", "spec", "scheduling.md"))
            .SkipWhile(line => !line.StartsWith("| situation", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|')).Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1]);

    static MeetingRules Rules(string said)
    {
        var numbers = said.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(rule => rule.Split(' ')).ToDictionary(rule => rule[0], rule => int.Parse(rule[1], CultureInfo.InvariantCulture));
        int Of(string rule, int otherwise) => numbers.GetValueOrDefault(rule, otherwise);
        return new(Of("length", 30), Of("every", 30), Of("before", 0), Of("after", 0), Of("notice", 0), Of("days", 60));
    }

    static DateTime Utc(string local, TimeZoneInfo zone)
    {
        var time = DateTime.Parse(local, CultureInfo.InvariantCulture);
        return DateTime.SpecifyKind(time - zone.GetUtcOffset(time), DateTimeKind.Utc);
    }
}
