using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Payments.Contracts;

namespace Percurso.Payments.Domain;

/// <summary>
/// Something a clinic owes: its lines, what coupon, sponsor and credit take off, and the money that was asked for, came and
/// went back. Every move asks <see cref="ChargeFlow"/> before anything changes, and is kept in the history.
/// </summary>
sealed partial class Charge : Aggregate
{
    readonly List<Attempt> attempts = [];
    readonly List<Refund> refunds = [];
    readonly List<ChargeEvent> history = [];

    Charge() { }

    public Charge(NewCharge order, DateTime now)
    {
        (Purpose, SubjectId, Key, Title, ClinicId, PayerId, Path) = (order.Purpose, order.SubjectId, order.Key, order.Title, order.ClinicId, order.PayerId, order.Path);
        (OpenedAt, PayBy) = (now, order.PayBy);
        SetLines(order.Lines);
    }

    /// <summary>What people call it by.</summary>
    public long Number { get; private set; }
    public string Purpose { get; private set; } = "";
    public Guid SubjectId { get; private set; }
    public string Key { get; private set; } = "";
    public string Title { get; private set; } = "";
    public Guid ClinicId { get; private set; }
    public Guid PayerId { get; private set; }

    /// <summary>The page that people return to.</summary>
    public string Path { get; private set; } = "";
    public ChargeState State { get; private set; }
    public IReadOnlyList<ChargeLine> Lines { get; private set; } = [];
    public Money Sum { get; private set; }
    public string? CouponCode { get; private set; }

    /// <summary>What the coupon takes off and nobody pays.</summary>
    public Money Discount { get; private set; }
    public Guid? SponsorId { get; private set; }

    /// <summary>What the coupon takes off and the sponsor pays.</summary>
    public Money SponsorPays { get; private set; }
    public Money FromCredit { get; private set; }

    /// <summary>What remains to be paid in money.</summary>
    public Money Total { get; private set; }
    public Money Refunded { get; private set; }
    public Money Credited { get; private set; }
    public DateTime OpenedAt { get; private set; }
    public DateTime PayBy { get; private set; }
    public DateTime? WaitsUntil { get; private set; }
    public DateTime? PaidAt { get; private set; }
    public PaymentMethod? Method { get; private set; }

    public IReadOnlyList<Attempt> Attempts => attempts;
    public IReadOnlyList<Refund> Refunds => refunds;
    public IReadOnlyList<ChargeEvent> History => history;

    /// <summary>The checkout under way, if any: there is at most one.</summary>
    public Attempt? UnderWay => attempts.Find(one => one.IsUnderWay);

    public bool IsRefundUnderWay => refunds.Exists(one => one.State != RefundState.Done);

    bool WasPaid => State is ChargeState.Paid or ChargeState.PartlyRefunded;

    /// <summary>What the clinic paid, in money and credit, and has not got back.</summary>
    public Money Kept => WasPaid ? Total + FromCredit - Refunded - Credited : Money.Zero;

    /// <summary>How much of it can go back as money.</summary>
    public Money Refundable => WasPaid ? Money.Least(Total - Refunded, Kept) : Money.Zero;

    /// <summary>What coupon and credit may still take off.</summary>
    public Money Rest => Sum - Discount - SponsorPays - FromCredit;

    /// <summary>Other lines. Coupon and credit are gone, to be used anew.</summary>
    public void Reprice(IReadOnlyList<ChargeLine> lines, DateTime now)
    {
        Do(ChargeMove.Rework, ChargeRole.Company, null, now);
        TakeNothingOff();
        SetLines(lines);
    }

    /// <summary>A coupon takes this off; the same with none takes the coupon away.</summary>
    public void SetCoupon(CouponOffer? offer, Guid by, DateTime now)
    {
        Do(ChargeMove.Rework, ChargeRole.Payer, by, now);
        var off = offer is null ? Money.Zero : Money.Least(offer.Amount, Sum - FromCredit);
        CouponCode = offer?.Code;
        SponsorId = offer?.SponsorId;
        (Discount, SponsorPays) = SponsorId is null ? (off, Money.Zero) : (Money.Zero, off);
        Reckon();
    }

    /// <summary>The clinic's credit pays this much of it.</summary>
    public void SetCredit(Money amount, Guid by, DateTime now)
    {
        Do(ChargeMove.Rework, ChargeRole.Payer, by, now);
        FromCredit = amount;
        Reckon();
    }

    /// <summary>Somebody may go on to order or pay in another way; what the gateway has open is to be closed there.</summary>
    public Attempt? TakeBack(Guid by, DateTime now)
    {
        Do(ChargeMove.TakeBack, ChargeRole.Payer, by, now);
        return EndAttempt();
    }

    public void Expire(DateTime now)
    {
        if (now < PayBy) throw new RuleBrokenException("O prazo deste pagamento ainda não passou.");

        Do(ChargeMove.Expire, ChargeRole.Clock, null, now);
        EndAttempt();
        TakeNothingOff();
        Record(new ChargeExpired(Id, Purpose, SubjectId));
    }

    public void Cancel(string reason, Guid? by, DateTime now)
    {
        Do(ChargeMove.Cancel, ChargeRole.Company, by, now, reason);
        EndAttempt();
        TakeNothingOff();
        Record(new ChargeCancelled(Id, Purpose, SubjectId));
    }

    /// <summary>Coupon and credit return to where they came from. Money that arrives now pays the charge only if it is the whole sum.</summary>
    void TakeNothingOff()
    {
        (CouponCode, SponsorId, Discount, SponsorPays, FromCredit) = (null, null, Money.Zero, Money.Zero, Money.Zero);
        Reckon();
    }

    Attempt? EndAttempt()
    {
        WaitsUntil = null;
        if (UnderWay is not { } ended) return null;

        ended.State = AttemptState.Lapsed;
        return ended;
    }

    void SetLines(IReadOnlyList<ChargeLine> lines)
    {
        if (lines.Count == 0 || lines.Any(line => line.Quantity < 1 || line.Each < Money.Zero)) throw new ArgumentException("A charge needs lines, each of something.");

        Lines = [.. lines];
        Sum = lines.Aggregate(Money.Zero, (sum, line) => sum + line.Sum);
        Reckon();
    }

    void Reckon() => Total = Rest < Money.Zero ? Money.Zero : Rest;

    /// <exception cref="RuleBrokenException">The table does not list it; nothing has changed.</exception>
    void Do(ChargeMove move, ChargeRole who, Guid? by, DateTime now, string? reason = null)
    {
        var next = ChargeFlow.Table.Do(State, who, move, this);
        if (move != ChargeMove.Rework) history.Add(new(Id, history.Count + 1, State, next, move, who, by, now, reason));
        State = next;
        Changed();
    }
}
