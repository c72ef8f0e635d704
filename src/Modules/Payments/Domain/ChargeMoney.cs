using Percurso.Kernel;
using Percurso.Payments.Contracts;

namespace Percurso.Payments.Domain;

/// <summary>The money's side of a charge: what was asked for, what came, what went back.</summary>
sealed partial class Charge
{
    /// <summary>The checkout to go to: the one under way, so that two tabs pay one, or a new one.</summary>
    public Attempt Begin(string gateway, Guid by, DateTime now)
    {
        if (UnderWay is { } same) return same;
        if (now >= PayBy) throw new RuleBrokenException("O prazo deste pagamento passou. Volte à página do pedido para ver como continuar.");

        Do(ChargeMove.Begin, ChargeRole.Payer, by, now);
        var attempt = new Attempt(Id, gateway, Total, now);
        attempts.Add(attempt);
        return attempt;
    }

    /// <summary>The gateway has opened the checkout.</summary>
    public void Opened(Attempt attempt, string session, string address)
    {
        (attempt.Session, attempt.Address) = (session, address);
        Changed();
    }

    /// <summary>By coupon or credit alone.</summary>
    public void Settle(Guid by, DateTime now)
    {
        Do(ChargeMove.Settle, ChargeRole.Payer, by, now);
        BePaid(PaymentMethod.Nothing, now);
    }

    /// <summary>A boleto or a Pix was made there and awaits its payment until then.</summary>
    public void Await(Attempt attempt, PaymentMethod? method, DateTime? until)
    {
        if (!attempt.IsUnderWay || attempt.State == AttemptState.Waiting && attempt.WaitsUntil == until && attempt.Method == method) return;

        (attempt.State, attempt.Method, attempt.WaitsUntil) = (AttemptState.Waiting, method, until);
        WaitsUntil = until;
        Changed();
    }

    /// <summary>Money came in. A repeat changes nothing.</summary>
    /// <returns>What came beyond what is owed, and so is the clinic's credit.</returns>
    public Money Confirm(Attempt attempt, Money received, PaymentMethod method, DateTime now)
    {
        if (attempt.State == AttemptState.Paid || attempt.Problem is not null) return Money.Zero;
        var isShort = (State is ChargeState.Open or ChargeState.Expired or ChargeState.Waiting) && received < Total;
        if (received != attempt.Amount || isShort)
        {
            attempt.Problem = $"{received.Cents} ≠ {(isShort ? Total : attempt.Amount).Cents}";
            Changed();
            return Money.Zero;
        }

        var isOwed = ChargeFlow.Table.Find(State, ChargeRole.Gateway, ChargeMove.Confirm) is { LeadingTo: ChargeState.Paid };
        var wasCancelled = State == ChargeState.Cancelled;
        (attempt.State, attempt.Method, attempt.PaidAt) = (AttemptState.Paid, method, now);
        if (isOwed || wasCancelled) Do(ChargeMove.Confirm, ChargeRole.Gateway, null, now);
        else Changed();
        if (wasCancelled) Credited += received;
        if (!isOwed) return received;

        foreach (var other in attempts.Where(one => one.IsUnderWay)) other.State = AttemptState.Lapsed;
        BePaid(method, now);
        return received - Total;
    }

    public void ConfirmByHand(string reason, Guid by, DateTime now)
    {
        Do(ChargeMove.ConfirmByHand, ChargeRole.Finance, by, now, reason);
        EndAttempt();
        BePaid(PaymentMethod.ByHand, now);
    }

    /// <summary>The checkout ended without payment.</summary>
    public void Lapse(Attempt attempt, DateTime now)
    {
        if (!attempt.IsUnderWay) return;

        Do(ChargeMove.Lapse, ChargeRole.Gateway, null, now);
        EndAttempt();
        Record(new PaymentLapsed(Id, Purpose, SubjectId));
    }

    /// <summary>Money is to go back; whole, credit and coupon go with it.</summary>
    public Refund AskRefund(Money? amount, string reason, Guid? by, DateTime now)
    {
        if (amount is { } part && (part <= Money.Zero || part > Refundable)) throw new RuleBrokenException("Deste pagamento podem ser devolvidos até {0}.", Refundable);

        Do(ChargeMove.AskRefund, ChargeRole.Company, by, now, reason);
        var refund = new Refund(Id, amount ?? Refundable, amount is null || amount == Kept, reason, by, now);
        if (Method == PaymentMethod.ByHand) refund.State = RefundState.ByHand;
        refunds.Add(refund);
        return refund;
    }

    /// <summary>The gateway cannot give it back; finance has to.</summary>
    public void LeaveToFinance(Refund refund)
    {
        if (refund.State != RefundState.Asked) return;

        refund.State = RefundState.ByHand;
        Changed();
    }

    /// <summary>The money went back. A repeat changes nothing.</summary>
    /// <returns>The credit that returns to the clinic with a whole refund.</returns>
    public Money Complete(Refund refund, DateTime now)
    {
        if (refund.State == RefundState.Done) return Money.Zero;

        var returned = refund.IsWhole ? Money.Least(FromCredit, Kept - refund.Amount) : Money.Zero;
        var isAll = Kept == refund.Amount + returned;
        Do(isAll ? ChargeMove.RefundAll : ChargeMove.RefundPart, ChargeRole.Gateway, null, now);
        (refund.State, refund.DoneAt) = (RefundState.Done, now);
        Refunded += refund.Amount;
        Credited += returned;
        Record(new ChargeRefunded(Id, Purpose, SubjectId, refund.Amount.Cents, isAll));
        return returned;
    }

    /// <summary>What was paid becomes credit.</summary>
    /// <returns>How much.</returns>
    public Money Credit(Money? amount, string reason, Guid? by, DateTime now)
    {
        if (amount is { } part && (part <= Money.Zero || part > Kept)) throw new RuleBrokenException("Deste pedido podem virar crédito até {0}.", Kept);

        var credit = amount ?? Kept;
        Do(credit == Kept ? ChargeMove.CreditAll : ChargeMove.CreditPart, ChargeRole.Company, by, now, reason);
        Credited += credit;
        Record(new ChargeCredited(Id, Purpose, SubjectId, credit.Cents, State == ChargeState.Credited));
        return credit;
    }

    /// <summary>The buyer's bank took the money back. A repeat changes nothing.</summary>
    public void ChargeBack(DateTime now)
    {
        if (State == ChargeState.ChargedBack) return;

        Do(ChargeMove.ChargeBack, ChargeRole.Gateway, null, now);
        Record(new ChargedBack(Id, Purpose, SubjectId));
    }

    /// <summary>The dispute was won. Nobody is told again that the charge is paid.</summary>
    public void Restore(DateTime now) => Do(ChargeMove.Restore, ChargeRole.Gateway, null, now);

    void BePaid(PaymentMethod method, DateTime now)
    {
        (Method, PaidAt, WaitsUntil) = (method, now, null);
        Record(new ChargePaid(Id, Purpose, SubjectId));
    }
}
