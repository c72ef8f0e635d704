using FsCheck;
using FsCheck.Fluent;

using Percurso.Cases.Contracts;
using Percurso.Cases.Steps.Printing;
using Percurso.Kernel;

using static Percurso.Cases.Steps.Printing.PrintingState;

namespace Percurso.Domain.Tests.Cases;

/// <summary>Anybody may try anything with the printing of a step at any time. What is allowed is written here by hand from docs/spec/cases.md, not read from the table.</summary>
public sealed class PrintingWalkTests
{
    static readonly DateTime Start = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);
    static readonly Guid Somebody = Guid.CreateVersion7();

    [Fact]
    public void Whatever_anybody_tries_the_rules_hold() =>
        Prop.ForAll(Gen.Choose(0, 10_000_000).ArrayOf(40).ToArbitrary(), tries => Walk(tries)).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));

    internal static void Walk(int seed)
    {
        var random = new Random(seed);
        Walk([.. Enumerable.Range(0, 40).Select(_ => random.Next(10_000_001))]);
    }

    static void Walk(int[] tries)
    {
        var printing = new CasePrinting(Guid.CreateVersion7(), "printing");
        foreach (var (i, number) in tries.Index())
        {
            var move = (PrintingMove)(number % 10);
            // Each thing that can stand in the way does so once in four tries.
            bool Stands(int place) => (number / 10 >> 2 * place & 3) == 0;
            var act = new PrintingAct(printing, Somebody, Start.AddHours(i))
            {
                HasPlan = !Stands(0),
                IsWhole = !Stands(1),
                IsPaid = Stands(2),
                Words = Stands(3) ? " " : "porque sim",
                Cause = Stands(4) ? null : RemakeCause.Other,
                Payer = Stands(5) ? null : RemakePayer.Company,
            };
            var wish = new PrintWish(1, "abc", Stands(6) ? [] : [new(Somebody, "abc", "Guia", true, 1)], Somebody, Stands(7) ? null : Somebody, "pac");
            var (before, state, words) = (Picture(printing), printing.State, act.Words != " ");
            var expected = (state, move) switch
            {
                (Choosing or OwnPrint, PrintingMove.Order) => act.HasPlan && act.IsWhole && wish.Pieces > 0 && wish.AddressId is not null ? Unpaid : null,
                (Choosing, PrintingMove.PrintOwn) => act.HasPlan && act.IsWhole ? OwnPrint : null,
                (Unpaid, PrintingMove.Withdraw) => !act.IsPaid && !printing.IsRemake ? Choosing : null,
                (Unpaid, PrintingMove.Answer) => words && printing.IsRemake && !act.IsPaid ? Sent : null,
                (Unpaid, PrintingMove.Begin) => act.IsPaid ? Making : null,
                (Making, PrintingMove.Send) => Sent,
                (Sent or Troubled, PrintingMove.Confirm) => Received,
                (Sent or Received, PrintingMove.Complain) => words && act.Cause is not null ? Troubled : null,
                (Troubled, PrintingMove.Answer) => words ? Sent : null,
                (Sent or Received or Troubled, PrintingMove.Remake) => act.Cause is not null && act.Payer is not null && act.IsWhole ? Unpaid : null,
                (Sent or Received or Troubled, PrintingMove.Replan) => act.Cause is not null && act.Payer is not null ? Replanned : null,
                _ => (PrintingState?)null,
            };

            var happened = Attempt(printing, move, act, wish);

            Assert.True(happened == expected is not null, $"{move} in {state} should {(expected is null ? "not " : "")}be allowed: {act}");
            if (!happened) Assert.Equal(before, Picture(printing));
            else Assert.Equal(expected, printing.State);
            Demand(printing);
        }
    }

    /// <summary>What must be so at any moment.</summary>
    static void Demand(CasePrinting printing)
    {
        Assert.Equal(printing.State is Received or OwnPrint or Replanned, printing.IsDone);
        Assert.Equal(printing.IsDone, printing.Turn == Turn.Nobody);
        Assert.True(printing.State is Choosing or OwnPrint or Unpaid || printing.OrderId is not null);
        Assert.True(printing.State != Troubled || printing.Cause is not null);
        Assert.True(printing.State is Choosing or OwnPrint || printing.Wish is { Pieces: > 0 });
        Assert.Equal(Enumerable.Range(1, printing.Lines.Count), printing.Lines.Select(line => line.Number));
    }

    static bool Attempt(CasePrinting printing, PrintingMove move, PrintingAct act, PrintWish wish)
    {
        try
        {
            switch (move)
            {
                case PrintingMove.Order: printing.Order(act, wish); break;
                case PrintingMove.PrintOwn: printing.PrintOwn(act); break;
                case PrintingMove.Withdraw: printing.Withdraw(act); break;
                case PrintingMove.Begin: printing.Begin(act, Guid.CreateVersion7()); break;
                case PrintingMove.Send: printing.Send(act); break;
                case PrintingMove.Confirm: printing.Confirm(act); break;
                case PrintingMove.Complain: printing.Complain(act); break;
                case PrintingMove.Answer: printing.Answer(act); break;
                case PrintingMove.Remake: printing.Remake(act); break;
                default: printing.Replan(act); break;
            }

            return true;
        }
        catch (RuleBrokenException)
        {
            return false;
        }
    }

    static string Picture(CasePrinting printing) =>
        $"{printing.State} {printing.Wish?.Pieces} {printing.ChargeId} {printing.OrderId} {printing.IsRemake} {printing.IsCredited} {printing.Cause} {printing.Asked} {printing.Version} {printing.Lines.Count} {printing.Recorded.Count}";
}
