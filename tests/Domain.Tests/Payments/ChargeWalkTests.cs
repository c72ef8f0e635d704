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
    public void Whatever_is_done_in_whatever_order_the_invariants_hold_and_the_walks_come_through_every_state_and_every_row()
    {
        var (states, moves) = (new HashSet<ChargeState>(), new HashSet<(ChargeState, ChargeMove)>());
        for (var seed = 0; seed < 3000; seed++)
        {
            foreach (var line in Go(seed).History)
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

    /// <summary>One walk; anything that must not be is an exception.</summary>
    internal static Charge Go(int seed)
    {
        var walk = new Walk(new Random(seed));
        for (var step = 0; step < 25; step++) walk.Step(seed);
        return walk.Charge;
    }

    sealed class Walk(Random random)
    {
        DateTime now = start;
        long creditGiven;
        bool may;
        ChargeState leadingTo;

        public Charge Charge { get; } = new(
            new("test", Guid.CreateVersion7(), "order", "Caso", Guid.CreateVersion7(), somebody, [new("a", "A", "A", 1, new(10_000)), new("freight.pac", "Frete", "Freight", 1, new(2_000))], start.AddDays(5), "/"), start);

        public void Step(int seed)
        {
            now += TimeSpan.FromHours(random.Next(0, 18));
            var (before, past, from) = (JsonSerializer.Serialize(Charge), Charge.History.Count, Charge.State);
            try
            {
                Act(random.Next(16));
                Assert.True(may, $"seed {seed}: allowed in {from}, leading to {Charge.State}");
                Assert.True(Charge.State == leadingTo, $"seed {seed}: {from} led to {Charge.State} and not to {leadingTo}");
            }
            catch (RuleBrokenException refusal)
            {
                Assert.False(may, $"seed {seed}: refused in {from}: {refusal.Message}");
                Assert.Equal(before, JsonSerializer.Serialize(Charge));
                Assert.Equal(past, Charge.History.Count);
            }

            Demand(seed);
        }

        /// <summary>What the specification says of the act that is about to be tried.</summary>
        void Expect(bool isAllowed, ChargeState to) => (may, leadingTo) = (isAllowed, to);

        bool In(params ReadOnlySpan<ChargeState> states) => states.Contains(Charge.State);

        bool IsUnpaid => In(ChargeState.Open, ChargeState.Waiting, ChargeState.Expired);

        bool IsPaid => In(ChargeState.Paid, ChargeState.PartlyRefunded);

        void Act(int act)
        {
            Expect(true, Charge.State);
            var attempt = Charge.Attempts.Count == 0 ? null : Charge.Attempts[random.Next(Charge.Attempts.Count)];
            var refund = Charge.Refunds.Count == 0 ? null : Charge.Refunds[random.Next(Charge.Refunds.Count)];
            var part = new Money(random.Next(1, 13_000));
            switch (act)
            {
                case 0: Coupon(random.Next(3) == 0 ? null : new("CUPOM", new(random.Next(1, 12_001)), random.Next(2) == 0 ? null : somebody)); break;
                case 1 when Charge.Rest > Money.Zero: UseCredit(Money.Least(part, Charge.Rest)); break;
                case 2: Begin(); break;
                case 3: TakeBack(); break;
                case 4: Settle(); break;
                case 5 or 6 when attempt is not null: Receive(attempt, random.Next(8) == 0 ? part : attempt.Amount); break;
                case 7 when attempt is not null: Lapse(attempt); break;
                case 8: ConfirmByHand(); break;
                case 9: Expire(); break;
                case 10 when random.Next(3) == 0: Cancel(); break;
                case 11: AskRefund(random.Next(3) switch { 0 => null, 1 => Charge.Refundable, _ => part }); break;
                case 12 when refund is not null: Complete(refund); break;
                case 13: Credit(random.Next(2) == 0 ? null : part); break;
                case 14 when random.Next(4) == 0 || In(ChargeState.ChargedBack): Dispute(); break;
                case 15: Reprice(); break;
            }
        }

        void Coupon(CouponOffer? offer)
        {
            Expect(In(ChargeState.Open), ChargeState.Open);
            Charge.SetCoupon(offer, somebody, now);
        }

        void UseCredit(Money amount)
        {
            Expect(In(ChargeState.Open), ChargeState.Open);
            Charge.SetCredit(amount, somebody, now);
        }

        void Reprice()
        {
            Expect(In(ChargeState.Open), ChargeState.Open);
            Charge.Reprice(Charge.Lines, now);
        }

        /// <summary>Somebody already at the checkout comes to the same one.</summary>
        void Begin()
        {
            Expect(In(ChargeState.Waiting) || In(ChargeState.Open) && !Charge.Total.IsZero && now < Charge.PayBy, ChargeState.Waiting);
            Charge.Begin("test", somebody, now);
        }

        void TakeBack()
        {
            Expect(In(ChargeState.Waiting), ChargeState.Open);
            Charge.TakeBack(somebody, now);
        }

        void Settle()
        {
            Expect(In(ChargeState.Open) && Charge.Total.IsZero, ChargeState.Paid);
            Charge.Settle(somebody, now);
        }

        /// <summary>Never refused: money that came is here. A repeat, or another sum than was asked for or is owed, moves nothing.</summary>
        void Receive(Attempt attempt, Money amount)
        {
            var counts = attempt.State != AttemptState.Paid && attempt.Problem is null && amount == attempt.Amount && !(IsUnpaid && amount < Charge.Total);
            Expect(true, !counts ? Charge.State : IsUnpaid ? ChargeState.Paid : In(ChargeState.Cancelled) ? ChargeState.Credited : Charge.State);
            creditGiven += Charge.Confirm(attempt, amount, PaymentMethod.Pix, now).Cents;
        }

        void Lapse(Attempt attempt)
        {
            Expect(true, attempt.IsUnderWay ? ChargeState.Open : Charge.State);
            Charge.Lapse(attempt, now);
        }

        void ConfirmByHand()
        {
            Expect(IsUnpaid, ChargeState.Paid);
            Charge.ConfirmByHand("Depósito", somebody, now);
        }

        void Expire()
        {
            Expect(now >= Charge.PayBy && In(ChargeState.Open, ChargeState.Waiting), ChargeState.Expired);
            Charge.Expire(now);
        }

        void Cancel()
        {
            Expect(IsUnpaid, ChargeState.Cancelled);
            Charge.Cancel("Desistência", somebody, now);
        }

        void AskRefund(Money? amount)
        {
            var isThere = !Charge.Refundable.IsZero && (amount is not { } asked || asked <= Charge.Refundable);
            Expect(IsPaid && isThere && !Charge.IsRefundUnderWay, Charge.State);
            Charge.AskRefund(amount, "Devolução", somebody, now);
        }

        void Complete(Refund refund)
        {
            var goesBack = refund.Amount + (refund.IsWhole ? Money.Least(Charge.FromCredit, Charge.Kept - refund.Amount) : Money.Zero);
            var isDone = refund.State == RefundState.Done;
            Expect(isDone || IsPaid, isDone ? Charge.State : goesBack == Charge.Kept ? ChargeState.Refunded : ChargeState.PartlyRefunded);
            creditGiven += Charge.Complete(refund, now).Cents;
        }

        void Credit(Money? amount)
        {
            Expect(IsPaid && !Charge.IsRefundUnderWay && (amount is not { } asked || asked <= Charge.Kept), amount is null || amount == Charge.Kept ? ChargeState.Credited : Charge.State);
            creditGiven += Charge.Credit(amount, "Crédito", somebody, now).Cents;
        }

        /// <summary>The bank takes the money; once it has, the dispute is won.</summary>
        void Dispute()
        {
            var wasTaken = In(ChargeState.ChargedBack);
            Expect(wasTaken || IsPaid, wasTaken ? ChargeState.Paid : ChargeState.ChargedBack);
            if (wasTaken) Charge.Restore(now);
            else Charge.ChargeBack(now);
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
