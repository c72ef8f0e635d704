using Percurso.Kernel;

namespace Percurso.Payments.Domain;

enum RefundState
{
    /// <summary>The gateway will be asked, or is being asked.</summary>
    Asked,

    /// <summary>The gateway cannot: a boleto, or money that did not come through it. Finance transfers it.</summary>
    ByHand,
    Done,
}

/// <summary>Money on its way back to whoever paid.</summary>
sealed class Refund
{
    Refund() { }

    internal Refund(Guid charge, Money amount, bool isWhole, string reason, Guid? by, DateTime now) =>
        (ChargeId, Amount, IsWhole, Reason, AskedBy, AskedAt) = (charge, amount, isWhole, reason, by, now);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid ChargeId { get; private set; }
    public Money Amount { get; private set; }

    /// <summary>Whether credit, coupon and the sponsor's part return with it.</summary>
    public bool IsWhole { get; private set; }
    public string Reason { get; private set; } = "";
    public Guid? AskedBy { get; private set; }
    public DateTime AskedAt { get; private set; }
    public RefundState State { get; internal set; }
    public DateTime? DoneAt { get; internal set; }
}
