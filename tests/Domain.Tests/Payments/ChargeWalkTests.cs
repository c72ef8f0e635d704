using System.Text.Json;

using Percurso.Kernel;
using Percurso.Kernel.Flow;
using Percurso.Payments.Contracts;
using Percurso.Payments.Domain;
using Percurso.Testing;

namespace Percurso.Domain.Tests.Payments;

/// <summary>
/// Charges that everybody pulls at in any order. What must hold afterwards is written here from docs/spec/payments.md, not read
/// from the table.
/// </summary>
public sealed class ChargeWalkTests
{
    static readonly DateTime start = new(2035, 5, 8, 12, 0, 0, DateTimeKind.Utc);
    static readonly Guid somebody = Guid.CreateVersion7();

    [Fact]
    public void Whatever_is_done_in_whatever_order_the_invariants_hold()
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            var walk = new Walk(new Random(seed));
            for (var step = 0; step < 25; step++) walk.Step(seed);
        }
    }

    [Fact]
    public void The_walks_come_through_every_state_and_every_row()
    {
        var (states, moves) = (new HashSet<ChargeState>(), new HashSet<(ChargeState, ChargeMove)>());
        for (var seed = 0; seed < 3000; seed++)
        {
            var walk = new Walk(new Random(seed));
            for (var step = 0; step < 25; step++) walk.Step(seed);
            foreach (var line in walk.Charge.History)
            {
                states.Add(line.To);
                moves.Add((line.From, line.Move));
            }
        }

        Assert.Equal(Enum.GetValues<ChargeState>().Length, states.Count);
        Assert.Empty(ChargeFlow.Table.Where(row => row.May != ChargeMove.Rework).Select(row => (row.In, row.May)).Except(moves));
    }

    [Fact]
    public void The_specification_prints_the_table() =>
        Assert.Contains(ChargeFlow.Table.Table(), File.ReadAllText(Repository.At("docs", "spec", "payments.md")), StringComparison.Ordinal);

    sealed class Walk(Random random)
    {
        DateTime now = start;
        long creditGiven;

        public Charge Charge { get; } = new(
            new("test", Guid.CreateVersion7(), "order", "Caso", Guid.CreateVersion7(), somebody, [new("a", "A", "A", 1, new(10_000)), new("freight.pac", "Frete", "Freight", 1, new(2_000))], start.AddDays(5), "/"), start);

        public void Step(int seed)
        {
            now += TimeSpan.FromHours(random.Next(0, 12));
            var (before, past) = (JsonSerializer.Serialize(Charge), Charge.History.Count);
            try
            {
                Act(random.Next(15));
            }
            catch (RuleBrokenException)
            {
                Assert.Equal(before, JsonSerializer.Serialize(Charge));
                Assert.Equal(past, Charge.History.Count);
            }

            Demand(seed);
        }

        void Act(int act)
        {
            var attempt = Charge.Attempts.Count == 0 ? null : Charge.Attempts[random.Next(Charge.Attempts.Count)];
            var refund = Charge.Refunds.Count == 0 ? null : Charge.Refunds[random.Next(Charge.Refunds.Count)];
            var part = new Money(random.Next(1, 13_000));
            switch (act)
            {
                case 0: Charge.SetCoupon(random.Next(3) == 0 ? null : new("CUPOM", new(random.Next(1, 12_001)), random.Next(2) == 0 ? null : somebody), somebody, now); break;
                case 1 when Charge.Rest > Money.Zero: Charge.SetCredit(Money.Least(part, Charge.Rest), somebody, now); break;
                case 2: Charge.Begin("test", somebody, now); break;
                case 3: Charge.TakeBack(somebody, now); break;
                case 4: Charge.Settle(somebody, now); break;
                case 5 or 6 when attempt is not null: creditGiven += Charge.Confirm(attempt, random.Next(8) == 0 ? part : attempt.Amount, PaymentMethod.Pix, now).Cents; break;
                case 7 when attempt is not null: Charge.Lapse(attempt, now); break;
                case 8: Charge.ConfirmByHand("Depósito", somebody, now); break;
                case 9: Charge.Expire(now); break;
                case 10 when random.Next(3) == 0: Charge.Cancel("Desistência", somebody, now); break;
                case 11: Charge.AskRefund(random.Next(2) == 0 ? null : part, "Devolução", somebody, now); break;
                case 12 when refund is not null: creditGiven += Charge.Complete(refund, now).Cents; break;
                case 13: creditGiven += Charge.Credit(random.Next(2) == 0 ? null : part, "Crédito", somebody, now).Cents; break;
                case 14 when random.Next(4) == 0 || Charge.State == ChargeState.ChargedBack:
                    if (Charge.State == ChargeState.ChargedBack) Charge.Restore(now);
                    else Charge.ChargeBack(now);
                    break;
            }
        }

        void Demand(int seed)
        {
            var paidMoves = Charge.History.Where(line => line.Move is ChargeMove.Settle or ChargeMove.ConfirmByHand or ChargeMove.Confirm && line.To == ChargeState.Paid).ToList();
            var said = $"seed {seed}: {string.Join(", ", Charge.History.Select(line => $"{line.Move} {line.To}"))}";

            Assert.True(Charge.Attempts.Count(one => one.IsUnderWay) <= 1, said);
            Assert.True(Charge.Attempts.Any(one => one.IsUnderWay) == (Charge.State == ChargeState.Waiting), said);
            Assert.True(paidMoves.Count <= 1, said);
            Assert.True(Charge.Recorded.OfType<ChargePaid>().Count() == paidMoves.Count, said);
            Assert.True(paidMoves.Count == 1 || Charge.State is not (ChargeState.Paid or ChargeState.PartlyRefunded or ChargeState.Refunded or ChargeState.ChargedBack), said);
            Assert.True(Charge.Total >= Money.Zero && Charge.Total == Charge.Sum - Charge.Discount - Charge.SponsorPays - Charge.FromCredit, said);
            Assert.True(Charge.Kept >= Money.Zero && Charge.Refunded <= Charge.Total, said);
            Assert.True(Charge.Refunded.Cents == Charge.Refunds.Where(one => one.State == RefundState.Done).Sum(one => one.Amount.Cents), said);

            // Nothing goes out, as money or as credit, that did not come in.
            var cameIn = Charge.Attempts.Where(one => one.State == AttemptState.Paid).Sum(one => one.Amount.Cents)
                + (Charge.Method == PaymentMethod.ByHand ? Charge.Total.Cents : 0) + Charge.FromCredit.Cents;
            Assert.True(Charge.Refunded.Cents + creditGiven <= cameIn, said);

            // The history is the state.
            var replayed = Charge.History.OrderBy(line => line.Number).Aggregate(ChargeState.Open, (state, line) => line.From == state ? line.To : (ChargeState)(-1));
            Assert.True(replayed == Charge.State, said);
        }
    }
}
