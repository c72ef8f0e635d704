using System.Text.Json;

using FsCheck;
using FsCheck.Fluent;

using Percurso.Cases.Contracts;
using Percurso.Cases.Domain;
using Percurso.Cases.Steps.Meeting;
using Percurso.Cases.Steps.Review;
using Percurso.Cases.Steps.Signing;
using Percurso.Kernel;
using Percurso.Scheduling.Contracts;

using static Percurso.Cases.Steps.Meeting.MeetingState;

namespace Percurso.Domain.Tests.Cases;

/// <summary>Anybody may try anything with a meeting at any time. What is allowed is written here by hand from docs/spec/cases.md, not read from the table.</summary>
public sealed class MeetingWalkTests
{
    static readonly DateTime Start = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);
    static readonly Signature signature = new("Helena Moraes", "SP-CD-12345", "203.0.113.7", "Firefox", 3, "Declaro.");
    static readonly Guid Somebody = Guid.CreateVersion7();

    [Fact]
    public void Whatever_anybody_tries_the_rules_hold() =>
        Prop.ForAll(Gen.Choose(0, (1 << 27) - 1).ArrayOf(40).ToArbitrary(), tries => Walk(tries)).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));

    [Theory]
    [InlineData("https://salas.example/abc", true)]
    [InlineData("http://salas.example/abc", false)]
    [InlineData("javascript:alert(1)//https://salas.example", false)]
    [InlineData("https://eu:senha@salas.example/", false)]
    [InlineData("https://localhost/", false)]
    [InlineData("/casos", false)]
    [InlineData(null, false)]
    public void A_room_has_a_whole_address_with_encryption(string? address, bool isOne) => Assert.Equal(isOne, CaseMeeting.IsPlace(address));

    [Fact]
    public void One_is_reminded_the_day_before_and_an_hour_before_once_each_and_anew_when_it_moves()
    {
        var meeting = new CaseMeeting(Guid.CreateVersion7(), "meeting");
        meeting.Book(new(meeting, Somebody, Start), At(Start.AddDays(3)));

        Assert.Equal([null, 24, null, 1, null, null], Due(48, 23, 22, 1, 0.5, -1));
        meeting.Move(new(meeting, Somebody, Start), At(Start.AddDays(5)));
        Assert.Equal([24, 1], Due(24, 0.9));

        int?[] Due(params double[] hoursBefore) => [.. hoursBefore.Select(hours =>
        {
            var due = meeting.ReminderDue(meeting.StartsAt!.Value.AddHours(-hours));
            if (due is { } now) meeting.Remind(now);
            return due;
        })];
    }

    [Fact]
    public void A_waiver_keeps_who_signed_what_of_which_plan_and_is_kept_when_it_is_taken_back()
    {
        var plan = new PlanReview(Guid.CreateVersion7(), "preview");
        plan.Begin(Guid.CreateVersion7(), 2);
        plan.Submit(new(plan, Somebody), "hash", Start);
        var meeting = new CaseMeeting(plan.CaseId, "meeting");
        meeting.Propose(new(meeting, Somebody, Start), [Start.AddDays(1)]);
        meeting.Waive(new(meeting, Somebody, Start) { IsWaivable = true, Signed = signature }, plan);
        var waiver = meeting.Waiver!;
        Assert.Equal(("preview", 2, "hash", "SP-CD-12345", "203.0.113.7", 3, "Declaro."), (waiver.OfStep, waiver.OfVersion, waiver.Hash, waiver.Cro, waiver.Address, waiver.StatementNumber, waiver.Statement));
        Assert.Empty(meeting.Proposed);

        meeting.TakeBack(new(meeting, Somebody, Start.AddHours(1)));
        Assert.Null(meeting.Waiver);
        Assert.Equal((Start.AddHours(1), true), (waiver.TakenBackAt, waiver.IsWhole));
        Assert.Equal([new MeetingWaived(plan.CaseId, "meeting", false), new MeetingWaived(plan.CaseId, "meeting", true)], meeting.Recorded.OfType<MeetingWaived>());
    }

    [Theory]
    [InlineData("{}", false, false)]
    [InlineData("""{ "waivable": false }""", false, false)]
    [InlineData("""{ "waivable": "true" }""", false, false)]
    [InlineData("""{ "waivable": true }""", true, true)]
    [InlineData("""{ "waivable": [] }""", false, false)]
    [InlineData("""{ "waivable": [ "teeth", 7 ] }""", true, false)]
    [InlineData("""{ "waivable": [ "Mucosa", "Bone" ] }""", false, true)]
    public void It_can_be_waived_where_the_pathway_says_so_by_kind_of_guide(string settings, bool onTeeth, bool onBone)
    {
        var step = new PathwayStep("meeting", "meeting", "Videoconferência") { Settings = JsonDocument.Parse(settings).RootElement };
        Assert.Equal((onTeeth, onBone), (Waiving.IsWaivable(step, GuideSupport.Teeth), Waiving.IsWaivable(step, GuideSupport.Bone)));
        Assert.False(Waiving.IsWaivable(step with { Settings = null }, GuideSupport.Teeth));
    }

    internal static void Walk(int seed)
    {
        var random = new Random(seed);
        Walk([.. Enumerable.Range(0, 40).Select(_ => random.Next(1 << 27))]);
    }

    static void Walk(int[] tries)
    {
        var meeting = new CaseMeeting(Guid.CreateVersion7(), "meeting");
        foreach (var (i, number) in tries.Index())
        {
            var move = (MeetingMove)(number % 11);
            // Each thing that can stand in the way does so once in four tries.
            bool Stands(int place) => (number >> 3 + 2 * place & 3) == 0;
            var now = Start.AddHours(i);
            var byPlanner = Stands(5);
            var act = new MeetingAct(meeting, Somebody, now)
            {
                Reason = Stands(0) ? " " : "porque sim",
                Address = Stands(1) ? number % 2 == 0 ? "http://salas.example" : null : "https://salas.example",
                Read = Stands(6) ? meeting.MinutesNumber - 1 : meeting.MinutesNumber,
                ChangesUntil = Stands(2) ? now.AddMinutes(-1) : now.AddMinutes(1),
                IsWaivable = !Stands(7),
                Signed = Stands(8) ? null : signature,
                PathHasGoneOn = Stands(9),
            };
            var times = Stands(3) ? number % 2 == 0 ? 0 : 4 : 3;
            var minutes = Stands(4) ? " \n " : "O 24 fica.\nO 26 vai para mesial.";
            var (before, state) = (Picture(meeting), meeting.State);
            var expected = (state, move) switch
            {
                (Choosing, MeetingMove.Propose) => times == 3 ? Choosing : null,
                (Choosing, MeetingMove.Decline) => meeting.Proposed.Count > 0 ? Choosing : null,
                (Choosing, MeetingMove.Book) => Booked,
                (Choosing or Disputed or Minuted, MeetingMove.Write) => minutes != " \n " ? Minuted : null,
                (Booked, MeetingMove.Move) => act.ChangesUntil > now ? Booked : null,
                (Booked, MeetingMove.Cancel) => (byPlanner ? act.Reason != " " : act.ChangesUntil > now) ? Choosing : null,
                (Booked, MeetingMove.Place) => act.Address == "https://salas.example" || act.Address is null && meeting.Place is not null ? Booked : null,
                (Booked, MeetingMove.Write) => minutes != " \n " && meeting.StartsAt <= now ? Minuted : null,
                (Minuted, MeetingMove.Confirm) => act.Read == meeting.MinutesNumber ? Confirmed : null,
                (Minuted, MeetingMove.Dispute) => act.Reason != " " ? Disputed : null,
                (Choosing, MeetingMove.Waive) => act.IsWaivable && act.Signed is not null ? Waived : null,
                (Waived, MeetingMove.TakeBack) => !act.PathHasGoneOn ? Choosing : null,
                _ => (MeetingState?)null,
            };

            var happened = Attempt(meeting, move, act, byPlanner, times, minutes);

            Assert.True(happened == expected is not null, $"{move} in {state} should {(expected is null ? "not " : "")}be allowed: {act}");
            if (!happened) Assert.Equal(before, Picture(meeting));
            else Assert.Equal(expected, meeting.State);
            Demand(meeting);
        }
    }

    /// <summary>What must be so at any moment.</summary>
    static void Demand(CaseMeeting meeting)
    {
        Assert.True(meeting.State != Booked || meeting is { BookingId: not null, HostId: not null, StartsAt: not null });
        Assert.True(meeting.State != Choosing || meeting is { BookingId: null, StartsAt: null, Place: null });
        Assert.True(meeting.State == Choosing || meeting.Proposed.Count == 0);
        Assert.True(meeting.State is not (Minuted or Disputed or Confirmed) || meeting.Decisions.Count == 2);
        Assert.Equal(meeting.State == Confirmed, meeting.ConfirmedAt is not null);
        Assert.Equal(meeting.State == Waived, meeting.Waiver is { IsWhole: true, TakenBackAt: null });
        Assert.Equal(Enumerable.Range(1, meeting.Lines.Count), meeting.Lines.Select(line => line.Number));
    }

    static bool Attempt(CaseMeeting meeting, MeetingMove move, MeetingAct act, bool byPlanner, int times, string minutes)
    {
        try
        {
            switch (move)
            {
                case MeetingMove.Propose: meeting.Propose(act, [.. Enumerable.Range(1, times).Select(day => act.Now.AddDays(day))]); break;
                case MeetingMove.Decline: meeting.Decline(act); break;
                case MeetingMove.Book: meeting.Book(act, At(act.Now.AddHours(2))); break;
                case MeetingMove.Move: meeting.Move(act, At(act.Now.AddHours(3))); break;
                case MeetingMove.Cancel: meeting.Cancel(byPlanner ? MeetingRole.Planner : MeetingRole.Dentist, act); break;
                case MeetingMove.Place: meeting.At(act); break;
                case MeetingMove.Write: meeting.Write(act, minutes); break;
                case MeetingMove.Confirm: meeting.Confirm(act); break;
                case MeetingMove.Waive: meeting.Waive(act, null); break;
                case MeetingMove.TakeBack: meeting.TakeBack(act); break;
                default: meeting.Dispute(act); break;
            }

            return true;
        }
        catch (RuleBrokenException)
        {
            return false;
        }
    }

    static BookingView At(DateTime start) => new(Guid.CreateVersion7(), Somebody, start, start.AddMinutes(30), start.AddHours(-12), 0, IsCancelled: false);

    static string Picture(CaseMeeting meeting) =>
        $"{meeting.State} {meeting.BookingId} {meeting.StartsAt:O} {meeting.Place} {meeting.Places} {meeting.Proposed.Count} {meeting.Decisions.Count} {meeting.Waiver?.Id} {meeting.Version} {meeting.Lines.Count} {meeting.Recorded.Count}";
}
