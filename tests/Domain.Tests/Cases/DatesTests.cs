using System.Globalization;

using Percurso.Cases.Contracts;
using Percurso.Cases.Domain;
using Percurso.Cases.Domain.Dates;
using Percurso.Kernel.Brazil;

namespace Percurso.Domain.Tests.Cases;

public sealed class DatesTests
{
    static readonly Guid Anybody = Guid.CreateVersion7();
    static readonly DaysTable Table = new([new("a", 2, 2, 2, 1), new("b", 4, 5, 6, 2), new("c", 3, 3, 3, 1)], 3);
    static readonly Pathway Path = Pathway.Make("p", 1, "p", [new("a", "x", "A") { StartsClock = true }, new("b", "x", "B"), new("c", DaysTable.ProductionKind, "C")], null, default);

    [Fact]
    public void Working_days_after_a_day_are_as_the_specification_says() => Assert.All(ExampleTable.Under("Working days after a day"), row =>
        Assert.Equal(ExampleTable.Day(row[3]), ExampleTable.Calendar(row[2]).Add(ExampleTable.Day(row[0]), Number(row[1]))));

    [Fact]
    public void Working_days_before_a_surgery_are_as_the_specification_says() => Assert.All(ExampleTable.Under("Working days before a surgery"), row =>
        Assert.Equal(ExampleTable.Day(row[3]), ExampleTable.Calendar(row[2]).Back(ExampleTable.Day(row[0]), Number(row[1]))));

    [Fact]
    public void The_dates_of_a_case_are_as_the_specification_says()
    {
        var rows = ExampleTable.Under("A case");
        Assert.True(rows.Count >= 7);
        Assert.All(rows, row =>
        {
            var (started, calendar) = (ExampleTable.Day(row[0]), ExampleTable.Calendar(row[3]));
            var one = Opened(started, ExampleTable.DayOrNone(row[2]));
            one.Finish("a", "pago", null, Noon(started));
            one.Unlock("b", Turn.Company, Noon(started));
            var today = started;
            if (row[1].Split(" to ") is [var from, var to])
            {
                one.Hold("falta a tomografia", Anybody, Noon(ExampleTable.Day(from)));
                Assert.Null(Plan(one, calendar, ExampleTable.Day(from)).ReadyOn);
                one.Release(calendar.Between(ExampleTable.Day(from), ExampleTable.Day(to)), Anybody, Noon(today = ExampleTable.Day(to)));
            }

            var plan = Plan(one, calendar, today);
            Assert.Equal((ExampleTable.DayOrNone(row[4]), ExampleTable.DayOrNone(row[5]), row[6]), (plan.ReadyOn, plan.Steps.Single(due => due.Step == "b").LatestOn, plan.Risk.ToString()));
        });
    }

    [Fact]
    public void Nothing_is_promised_before_the_step_that_starts_the_clock_is_done()
    {
        var one = Opened(new(2026, 11, 23), new(2026, 12, 21));

        var plan = Plan(one, new([]), new(2026, 11, 23));

        Assert.All(plan.Steps, due => Assert.Null(due.PromisedOn));
        Assert.All(plan.Steps, due => Assert.NotNull(due.LatestOn));
    }

    [Fact]
    public void What_is_late_pushes_what_comes_after_it_and_the_case_says_what_moved_it()
    {
        var one = Opened(new(2026, 11, 23), new(2026, 12, 21));
        one.Finish("a", "pago", null, Noon(new(2026, 11, 23)));
        one.Unlock("b", Turn.Company, Noon(new(2026, 11, 23)));
        one.Promise(Plan(one, new([]), new(2026, 11, 23)), DayOf, Noon(new(2026, 11, 23)));
        Assert.Equal(new(2026, 12, 2), one.ReadyOn);

        one.Promise(Plan(one, new([]), new(2026, 12, 4)), DayOf, Noon(new(2026, 12, 4)));

        Assert.Equal(new(2026, 12, 9), one.ReadyOn);
        Assert.Equal(new(2026, 11, 27), one.PromisedOn);
        Assert.Contains(one.NewEvents, happened => happened is { What: Happening.DateMoved, From: "2026-12-02", To: "2026-12-09" });
    }

    [Fact]
    public void A_surgery_that_can_no_longer_be_met_is_told_once()
    {
        var one = Opened(new(2026, 11, 23), new(2026, 12, 4));

        one.Promise(Plan(one, new([]), new(2026, 11, 23)), DayOf, Noon(new(2026, 11, 23)));
        one.Promise(Plan(one, new([]), new(2026, 11, 24)), DayOf, Noon(new(2026, 11, 24)));

        Assert.Equal(Risk.Late, one.Risk);
        Assert.Single(one.Recorded.OfType<CaseAtRisk>());
    }

    [Fact]
    public void Files_only_and_urgency_make_the_earliest_surgery_earlier()
    {
        var (calendar, today) = (new WorkCalendar([]), new DateOnly(2026, 11, 23));
        var usual = Schedule.Earliest(Path, Asked(null), Table, calendar, today);

        Assert.Equal(calendar.Add(today, 12), usual);
        Assert.Equal(calendar.Add(today, 9), Schedule.Earliest(Path, Asked(null) with { Output = Output.FilesOnly }, Table, calendar, today));
        Assert.Equal(calendar.Add(today, 7), Schedule.Earliest(Path, Asked(null) with { IsUrgent = true }, Table, calendar, today));
        Assert.Equal(calendar.Add(today, 14), Schedule.Earliest(Path, Asked(null) with { Support = GuideSupport.Bone }, Table, calendar, today));
    }

    [Theory]
    [InlineData(2024, 3, 31)]
    [InlineData(2026, 4, 5)]
    [InlineData(2027, 3, 28)]
    [InlineData(2038, 4, 25)]
    [InlineData(2285, 3, 22)]
    public void Easter_is_known(int year, int month, int day) => Assert.Equal(new(year, month, day), Holidays.Easter(year));

    [Fact]
    public void A_closed_day_of_every_year_falls_from_its_first_year_on()
    {
        var city = new ClosedDay(new(2026, 1, 25), "Aniversário de São Paulo", EveryYear: true);

        Assert.True(city.Falls(new(2030, 1, 25)));
        Assert.False(city.Falls(new(2025, 1, 25)));
    }

    static Schedule Plan(Case one, WorkCalendar calendar, DateOnly today) => Schedule.Of(one, Path, Table, calendar, today, DayOf);

    static Case Opened(DateOnly on, DateOnly? surgery)
    {
        var one = Case.Open(new("2026-0001", null, Anybody, Anybody, "Ana", Anybody, Asked(surgery), Anybody, false), Path, Noon(on));
        one.Unlock("a", Turn.Dentist, Noon(on));
        return one;
    }

    static Prescription Asked(DateOnly? surgery) => new(GuideSupport.Teeth, Drilling.Full, Output.Printed, false, [new(36, true)], SurgeryOn: surgery);

    static DateTime Noon(DateOnly day) => day.ToDateTime(new(12, 0), DateTimeKind.Utc);

    static DateOnly DayOf(DateTime moment) => DateOnly.FromDateTime(moment);

    static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
