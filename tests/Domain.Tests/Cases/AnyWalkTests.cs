using FsCheck;
using FsCheck.Fluent;

using Percurso.Cases.Contracts;
using Percurso.Cases.Domain;
using Percurso.Kernel;

using static Percurso.Cases.Contracts.CaseState;

namespace Percurso.Domain.Tests.Cases;

/// <summary>
/// Anybody may try anything at any time. What is allowed is written here by hand from docs/spec/cases.md, not read from the tables: a row that is dropped, added
/// or altered makes some walk differ.
/// </summary>
public sealed class AnyWalkTests
{
    static readonly DateTime Start = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);
    static readonly Guid Somebody = Guid.CreateVersion7();

    enum Try { Hold, Answer, Release, Pause, ResumeByDentist, ResumeBySite, CancelByDentist, CancelByCompany, Unlock, Finish, Reopen, PassToDentist, PassToCompany }

    /// <summary>What concerns the case as a whole is tried once, what concerns a step for each step.</summary>
    static readonly List<(Try What, string Key)> everything =
        [.. Enum.GetValues<Try>().SelectMany(what => what < Try.Unlock ? "a" : "abcd", (what, key) => (what, key.ToString()))];

    [Fact]
    public void Whatever_anybody_tries_the_rules_hold() =>
        Prop.ForAll(Gen.Choose(0, 100_000).ArrayOf(60).ToArbitrary(), Walk).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));

    /// <summary>Most tries are sensible, so that walks come far; the others are anything. Nobody cancels often.</summary>
    internal static void Walk(int[] tries)
    {
        var path = Pathway.Make("p", 1, "p", [new("a", "x", "A"), new("b", "x", "B"), new("c", "x", "C") { Needs = ["a"] }, new("d", "x", "D") { Needs = ["b", "c"] }], null, Start);
        var one = Case.Open(
            new("2026-0001", null, Somebody, Somebody, "Ana", Somebody, new(GuideSupport.Teeth, Drilling.Full, Output.Printed, false, [new(36, true)]), Somebody, false), path, Start);
        for (var i = 0; i < tries.Length; i++)
        {
            List<(Try What, string Key)> sensible = [.. everything.Where(move => IsAllowed(one, move.What, move.Key)
                && (tries[i] % 41 == 0 || move.What is not (Try.CancelByDentist or Try.CancelByCompany)))];
            var (what, key) = tries[i] % 10 < 7 && sensible.Count > 0 ? sensible[tries[i] / 10 % sensible.Count] : everything[tries[i] / 10 % everything.Count];
            var (before, state, expected) = (Picture(one), one.State, IsAllowed(one, what, key));
            var allowed = Attempt(one, what, key, Start.AddHours(i));

            Assert.True(expected == allowed, $"{what} {key} in {state} should {(expected ? "" : "not ")}be allowed: {before}");
            if (!allowed) Assert.Equal(before, Picture(one));
            else Assert.Equal((LeadsTo(one, what, state), StepAfter(what) ?? one.FindStep(key)!.State), (one.State, one.FindStep(key)!.State));
            Demand(one);
        }
    }

    static bool IsAllowed(Case one, Try what, string key)
    {
        var step = one.FindStep(key)!;
        var needs = key switch { "a" => "", "b" or "c" => "a", _ => "bc" };
        var later = key switch { "a" => "bcd", "b" or "c" => "d", _ => "" };
        return what switch
        {
            Try.Hold => one.State is CaseState.Walking or Answered,
            Try.Answer => one.State is OnHold,
            Try.Release => one.State is OnHold or Answered,
            Try.Pause => one.State is CaseState.Walking,
            Try.ResumeByDentist or Try.ResumeBySite => one.State is Paused,
            Try.CancelByDentist or Try.CancelByCompany => one.State is not (Finished or Cancelled),
            Try.Unlock => one.State != Cancelled && step.State == StepState.Locked && needs.All(need => IsDone(one, need)),
            Try.Finish or Try.PassToDentist or Try.PassToCompany => one.State != Cancelled && step.State == StepState.Open,
            _ => one.State != Cancelled && step.State == StepState.Done && !later.Any(other => IsDone(one, other)),
        };
    }

    static StepState? StepAfter(Try what) => what switch
    {
        Try.Unlock or Try.Reopen or Try.PassToDentist or Try.PassToCompany => StepState.Open,
        Try.Finish => StepState.Done,
        _ => null,
    };

    static CaseState LeadsTo(Case one, Try what, CaseState before) => what switch
    {
        Try.Hold => OnHold,
        Try.Answer => Answered,
        Try.Release or Try.ResumeByDentist or Try.ResumeBySite => CaseState.Walking,
        Try.Pause => Paused,
        Try.CancelByDentist or Try.CancelByCompany => Cancelled,
        Try.Finish => "abcd".All(key => IsDone(one, key)) ? Finished : before,
        Try.Reopen => before == Finished ? CaseState.Walking : before,
        _ => before,
    };

    /// <summary>What must be so at any moment.</summary>
    static void Demand(Case one)
    {
        Assert.Equal(one.State is OnHold or Answered or Paused, one.ClockStands);
        Assert.Equal(one.State == Finished, one.State != Cancelled && "abcd".All(key => IsDone(one, key)));
        foreach (var step in one.Steps.Where(step => step.State != StepState.Locked)) Assert.All(step.Needs, need => Assert.True(IsDone(one, need[0])));

        // One side has the turn, or nobody.
        var open = one.Steps.FirstOrDefault(step => step.State == StepState.Open);
        Assert.Equal(one.State switch
        {
            OnHold or Paused => Turn.Dentist,
            Answered => Turn.Company,
            Finished or Cancelled => Turn.Nobody,
            _ => open?.Turn ?? Turn.Company,
        }, one.Turn);
        Assert.All(one.Steps, step => Assert.Equal(step.State == StepState.Open, step.Turn != Turn.Nobody));

        // The history replays to the state.
        Assert.Equal(Enumerable.Range(1, one.NewEvents.Count), one.NewEvents.Select(happened => happened.Number));
        Assert.Equal(one.State.ToString(), one.NewEvents.LastOrDefault(happened => happened.Step is null && happened.To is not null)?.To ?? "Walking");
        Assert.All(one.Steps, step => Assert.Equal(step.State.ToString(), one.NewEvents.LastOrDefault(happened => happened.Step == step.Key && happened.What != Happening.TurnPassed)?.To ?? "Locked"));
    }

    static bool Attempt(Case one, Try what, string key, DateTime now)
    {
        try
        {
            switch (what)
            {
                case Try.Hold: one.Hold("porque sim", Somebody, now); break;
                case Try.Answer: one.AnswerHold("está feito", Somebody, now); break;
                case Try.Release: one.Release(1, Somebody, now); break;
                case Try.Pause: one.Pause("férias", DateOnly.FromDateTime(now).AddDays(3), DateOnly.FromDateTime(now), Somebody, now); break;
                case Try.ResumeByDentist: one.Resume(1, Somebody, now); break;
                case Try.ResumeBySite: one.Resume(1, null, now); break;
                case Try.CancelByDentist: one.Cancel("desistiu", CancelOutcome.Refund, Party.Dentist, Somebody, now); break;
                case Try.CancelByCompany: one.Cancel("não dá", CancelOutcome.Refund, Party.Company, Somebody, now); break;
                case Try.Unlock: one.Unlock(key, now.Hour % 2 == 0 ? Turn.Dentist : Turn.Company, now); break;
                case Try.Finish: one.Finish(key, "feito", Somebody, now); break;
                case Try.Reopen: one.Reopen(key, Turn.Dentist, "de novo", Somebody, now); break;
                case Try.PassToDentist: one.Pass(key, Turn.Dentist, null, Somebody, now); break;
                default: one.Pass(key, Turn.Company, null, Somebody, now); break;
            }

            return true;
        }
        catch (RuleBrokenException)
        {
            return false;
        }
    }

    static bool IsDone(Case one, char key) => one.FindStep(key.ToString())!.State == StepState.Done;

    /// <summary>Everything of a case that anybody could see.</summary>
    static string Picture(Case one) =>
        $"{one.State} {one.Turn} {one.StepKey} {one.TurnSince:O} {one.HeldAt:O} {one.Reason} {one.Answer} {one.PausedUntil} {one.EventCount} {one.Version} {one.Recorded.Count} "
        + string.Join(" ", one.Steps.Select(step => $"{step.Key}:{step.State},{step.Turn},{step.TurnSince:O},{step.HeldDays},{step.Evidence}"));
}
