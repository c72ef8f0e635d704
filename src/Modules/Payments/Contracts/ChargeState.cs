namespace Percurso.Payments.Contracts;

/// <summary>How a charge stands. What leads from one to another is the table in <c>ChargeFlow</c>.</summary>
public enum ChargeState
{
    /// <summary>To be paid; nobody has begun.</summary>
    Open,

    /// <summary>Begun at the gateway: a boleto or a Pix awaits its payment, or somebody is at the checkout.</summary>
    Waiting,
    Paid,
    PartlyRefunded,
    Refunded,

    /// <summary>What was paid is a credit of the clinic's.</summary>
    Credited,

    /// <summary>The buyer's bank took the money back.</summary>
    ChargedBack,

    /// <summary>Not paid in time. Money that arrives all the same pays it.</summary>
    Expired,
    Cancelled,
}

/// <summary>What a charge was paid with.</summary>
public enum PaymentMethod
{
    Card,
    Boleto,
    Pix,

    /// <summary>By coupon or credit alone: no money changed hands.</summary>
    Nothing,

    /// <summary>Outside the gateway, confirmed by finance.</summary>
    ByHand,
}
