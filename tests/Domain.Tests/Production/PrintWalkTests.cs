using FsCheck;
using FsCheck.Fluent;

using Percurso.Kernel;
using Percurso.Production.Contracts;
using Percurso.Production.Domain;
using Percurso.Testing;

using static Percurso.Production.Contracts.PrintState;

namespace Percurso.Domain.Tests.Production;

/// <summary>Anybody may try anything with an order to print at any time. What is allowed is written here by hand from docs/spec/production.md, not read from the table.</summary>
public sealed class PrintWalkTests
{
    static readonly DateTime Start = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);
    static readonly DateOnly Today = new(2026, 11, 23);
    static readonly Guid Somebody = Guid.CreateVersion7(), Clear = Guid.CreateVersion7();

    static readonly Printer used = new("Ada", null), retired = new("Velha", null);
    static readonly Lot fresh = new("A", Clear, Today), expired = new("B", Clear, Today.AddDays(-1)), other = new("C", Guid.CreateVersion7(), Today), gone = new("D", Clear, Today);

    static PrintWalkTests()
    {
        retired.Change("Velha", null, isRetired: true);
        gone.Change(Today, isRetired: true);
    }

    [Fact]
    public void The_specification_prints_the_table_as_it_is() =>
        Assert.Contains(Kernel.Flow.FlowDrawing.Table(PrintFlow.Table), File.ReadAllText(Repository.At("docs", "spec", "production.md")), StringComparison.Ordinal);

    [Fact]
    public void Whatever_anybody_tries_the_rules_hold() =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).ArrayOf(50).ToArbitrary(), tries => Walk(tries)).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));

    [Theory]
    [InlineData("RR473124829GB", true)]
    [InlineData("RR473124828GB", false)]
    [InlineData("QB123456785BR", true)]
    [InlineData("motoboy 17h", true)]
    public void A_postal_code_bears_its_check_digit(string code, bool isSound) => Assert.Equal(isSound, TrackingCode.IsSound(code));

    internal static void Walk(int seed)
    {
        var random = new Random(seed);
        Walk([.. Enumerable.Range(0, 50).Select(_ => random.Next(1_000_001))]);
    }

    static void Walk(int[] tries)
    {
        var order = PrintOrder.Place(
            new("test", Somebody, "2026-0042", "M. L.", "Clínica", Clear, [new("Guia", Somebody, "abc", 1)], new("Recepção", "Rua", "Cidade", "PAC"), null, "/", Somebody, IsAgain: false), 1, Start);
        foreach (var (i, number) in tries.Index())
        {
            var move = (PrintMove)(number % 9);
            bool Stands(int place) => (number / 9 >> 2 * place & 3) == 0;
            var act = new PrintAct(order, Somebody, Start.AddHours(i))
            {
                Today = Today,
                Printer = Stands(0) ? number % 2 == 0 ? null : retired : used,
                Lot = (number / 9 >> 2 & 7) switch { 0 => expired, 1 => other, 2 => gone, 3 => null, _ => fresh },
                Words = Stands(3) ? " " : "porque sim",
                Unticked = Stands(4) ? 1 : 0,
                Carrier = Stands(5) ? "" : "PAC",
                Tracking = Stands(6) ? null : "QB123456785BR",
                WithoutTracking = Stands(7),
            };
            var (before, state) = (Picture(order), order.State);
            var words = act.Words != " ";
            var expected = (state, move) switch
            {
                (Received or Failed, PrintMove.Print) => act.Printer == used && act.Lot == fresh ? Printing : null,
                (Printing, PrintMove.Finish) => Finishing,
                (Finishing, PrintMove.Check) => Checked,
                (Checked, PrintMove.Pack) => act.Unticked == 0 ? Packed : null,
                (Packed, PrintMove.Send) => act.Carrier == "PAC" && (act.Tracking is not null || act.WithoutTracking) ? Sent : null,
                (Printing or Finishing or Checked or Packed, PrintMove.Fail) => words ? Failed : null,
                (Sent or Complained, PrintMove.Confirm) => Delivered,
                (Sent or Delivered or Complained, PrintMove.Complain) => words ? Complained : null,
                // Nobody cancels often, so that walks come far.
                (Received or Printing or Finishing or Checked or Packed or Failed, PrintMove.Cancel) => Cancelled,
                _ => (PrintState?)null,
            };
            if (move == PrintMove.Cancel && number % 7 != 0) continue;

            var happened = Attempt(order, move, act);

            Assert.True(happened == expected is not null, $"{move} in {state} should {(expected is null ? "not " : "")}be allowed: {act}");
            if (!happened) Assert.Equal(before, Picture(order));
            else Assert.Equal(expected, order.State);
            Assert.True(order.State is Received or Cancelled || order is { PrinterId: not null, LotId: not null });
            Assert.Equal(order.State == Delivered, order.DeliveredAt is not null);
            Assert.True(order.SentAt is null == order.State is not (Sent or Delivered or Complained));
            Assert.Equal(Enumerable.Range(1, order.Lines.Count), order.Lines.Select(line => line.Number));
        }
    }

    static bool Attempt(PrintOrder order, PrintMove move, PrintAct act)
    {
        try
        {
            switch (move)
            {
                case PrintMove.Print: order.Print(act); break;
                case PrintMove.Fail: order.Fail(act); break;
                case PrintMove.Finish: order.Finish(act); break;
                case PrintMove.Check: order.Check(act); break;
                case PrintMove.Pack: order.Pack(act); break;
                case PrintMove.Send: order.Send(act); break;
                case PrintMove.Confirm: order.Confirm(act); break;
                case PrintMove.Complain: order.Complain(act); break;
                default: order.Cancel(act); break;
            }

            return true;
        }
        catch (RuleBrokenException)
        {
            return false;
        }
    }

    static string Picture(PrintOrder order) => $"{order.State} {order.PrinterId} {order.LotId} {order.Carrier} {order.Tracking} {order.SentAt:O} {order.DeliveredAt:O} {order.Version} {order.Lines.Count} {order.Recorded.Count}";
}
