using Percurso.Cases.Contracts;
using Percurso.Cases.Domain;
using Percurso.Kernel;

using static Percurso.Cases.Contracts.CaseState;

namespace Percurso.Domain.Tests.Cases;

/// <summary>The rules of docs/spec/cases.md, stated by hand and not read from the tables.</summary>
public sealed class WalkingTests
{
    static readonly DateTime Now = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);
    static readonly DateOnly Today = new(2026, 11, 23);
    static readonly Guid Lucia = Guid.CreateVersion7();
    static readonly Guid Helena = Guid.CreateVersion7();

    readonly Case one = Opened();

    [Fact]
    public void A_new_case_stands_at_its_first_step()
    {
        Assert.Equal(("a", Turn.Company), (one.StepKey, one.Turn));
        one.Unlock("a", Turn.Dentist, Now);
        Assert.Equal(("a", Turn.Dentist), (one.StepKey, one.Turn));
    }

    [Fact]
    public void A_step_opens_only_when_those_it_needs_are_done()
    {
        Assert.Throws<RuleBrokenException>(() => one.Unlock("b", Turn.Dentist, Now));
        one.Unlock("a", Turn.Dentist, Now);
        one.Finish("a", "feito", Lucia, Now);
        one.Unlock("b", Turn.Company, Now);
        Assert.Equal(StepState.Open, one.FindStep("b")!.State);
    }

    [Fact]
    public void On_hold_the_dentist_has_the_turn_and_the_clock_stands_until_the_company_releases()
    {
        one.Unlock("a", Turn.Company, Now);
        one.Hold("Falta o exame.", Helena, Now);
        Assert.Equal((OnHold, Turn.Dentist, true), (one.State, one.Turn, one.ClockStands));

        one.AnswerHold("Enviei.", Lucia, Now.AddDays(1));
        Assert.Equal((Answered, Turn.Company, true), (one.State, one.Turn, one.ClockStands));

        one.Release(1, Helena, Now.AddDays(1));
        Assert.Equal((Walking, Turn.Company, false, 1), (one.State, one.Turn, one.ClockStands, one.FindStep("a")!.HeldDays));
    }

    [Fact]
    public void Held_again_after_an_answer_the_clock_has_stood_since_the_first_hold()
    {
        one.Hold("Falta o exame.", Helena, Now);
        one.AnswerHold("Enviei.", Lucia, Now.AddDays(1));
        one.Hold("É de outro paciente.", Helena, Now.AddDays(2));

        Assert.Equal((Now, "É de outro paciente."), (one.HeldAt!.Value, one.Reason));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(46)]
    public void A_pause_lasts_from_tomorrow_to_45_days(int days) =>
        Assert.Throws<RuleBrokenException>(() => one.Pause("Férias.", Today.AddDays(days), Today, Lucia, Now));

    [Fact]
    public void A_done_step_opens_again_only_while_nothing_that_needs_it_is_done()
    {
        Walk("a", "b");
        Assert.Throws<RuleBrokenException>(() => one.Reopen("a", Turn.Dentist, "de novo", Helena, Now));

        one.Unlock("c", Turn.Company, Now);
        one.Reopen("b", Turn.Dentist, "de novo", Helena, Now);
        Assert.Equal((StepState.Open, StepState.Locked), (one.FindStep("b")!.State, one.FindStep("c")!.State));
    }

    [Fact]
    public void The_evidence_of_a_done_step_stays()
    {
        one.Unlock("a", Turn.Dentist, Now);
        one.Finish("a", new { charge = 7 }, Lucia, Now);

        Assert.Equal("{\"charge\":7}", one.FindStep("a")!.Evidence);
    }

    [Fact]
    public void The_last_step_ends_the_case_and_one_reopened_takes_it_up_again()
    {
        Walk("a", "b", "c");
        Assert.Equal((Finished, Turn.Nobody), (one.State, one.Turn));

        one.Reopen("c", Turn.Company, "guia quebrado", Helena, Now);
        Assert.Equal((Walking, Turn.Company), (one.State, one.Turn));
    }

    [Fact]
    public void A_cancelled_case_goes_nowhere()
    {
        one.Unlock("a", Turn.Dentist, Now);
        one.Cancel("O paciente desistiu.", CancelOutcome.Refund, Party.Dentist, Lucia, Now);

        Assert.Throws<RuleBrokenException>(() => one.Finish("a", "pago", null, Now));
        Assert.Throws<RuleBrokenException>(() => one.Hold("x", Helena, Now));
        Assert.Throws<RuleBrokenException>(() => one.Prescribe(one.Prescription, Party.Dentist, Lucia, Now));
        Assert.Empty(one.Waiting);
        Assert.Equal(CancelOutcome.Refund, Assert.Single(one.Recorded.OfType<CaseCancelled>()).Outcome);
    }

    [Fact]
    public void A_step_done_while_on_hold_leaves_the_clock_standing()
    {
        one.Unlock("a", Turn.Dentist, Now);
        one.Hold("Falta o exame.", Helena, Now);
        one.Finish("a", "pago", null, Now);

        Assert.True(one.ClockStands);
        Assert.Equal(OnHold, one.State);
    }

    [Fact]
    public void Teeth_that_are_none_or_twice_or_missing_are_refused()
    {
        Assert.Throws<RuleBrokenException>(() => Opened(new PlannedImplant(99, true)));
        Assert.Throws<RuleBrokenException>(() => Opened(new PlannedImplant(36, true), new PlannedImplant(36, true)));
        Assert.Throws<RuleBrokenException>(() => Opened(implants: []));
    }

    void Walk(params string[] keys)
    {
        foreach (var key in keys)
        {
            one.Unlock(key, Turn.Company, Now);
            one.Finish(key, "feito", Helena, Now);
        }
    }

    internal static Case Opened(params PlannedImplant[] implants)
    {
        var path = Pathway.Make("p", 1, "p", [new("a", "x", "A"), new("b", "x", "B"), new("c", "x", "C") { Needs = ["b"] }], null, Now);
        return Case.Open(
            new("2026-0001", null, Lucia, Lucia, "Ana", Lucia, new(GuideSupport.Teeth, Drilling.Full, Output.Printed, false, implants), Lucia, false), path, Now);
    }

    static Case Opened() => Opened(new PlannedImplant(36, true));
}
