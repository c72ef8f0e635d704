using Percurso.Kernel;

namespace Percurso.Payments.Contracts;

/// <summary>What is to be charged. Payments knows nothing of what it is for but <paramref name="Purpose"/> and <paramref name="SubjectId"/>.</summary>
/// <param name="Purpose">Of the module that asks, <c>case</c>.</param>
/// <param name="SubjectId">What it is for.</param>
/// <param name="Key">Which of the subject's charges: <c>order</c>, <c>supplement-1</c>. The same again is the same charge.</param>
/// <param name="Title">What the payer reads on pages, in letters and at the gateway: "Caso 2026-0042". Never health data.</param>
/// <param name="ClinicId">The clinic that owes it, and whose credit may pay it.</param>
/// <param name="PayerId">The account that ordered; letters go there, and coupons for named people are theirs.</param>
/// <param name="Lines">What it consists of, priced.</param>
/// <param name="PayBy">After this it expires.</param>
/// <param name="Path">The page inside the site that people return to, <c>/casos/2026-0042</c>.</param>
public sealed record NewCharge(
    string Purpose, Guid SubjectId, string Key, string Title, Guid ClinicId, Guid PayerId, IReadOnlyList<ChargeLine> Lines, DateTime PayBy, string Path);

/// <summary>A charge as other modules see it.</summary>
/// <param name="Number">What people call it by.</param>
/// <param name="Sum">Of all lines.</param>
/// <param name="Discount">What a coupon takes off; nobody pays it.</param>
/// <param name="SponsorPays">What a sponsor pays instead.</param>
/// <param name="FromCredit">What the clinic's credit pays.</param>
/// <param name="Total">What remains to be paid in money.</param>
/// <param name="Refunded">Money given back.</param>
/// <param name="Credited">Turned into credit of the clinic's.</param>
/// <param name="WaitsUntil">While waiting, when the boleto or the Pix lapses.</param>
public sealed record ChargeView(
    Guid Id, long Number, string Purpose, Guid SubjectId, string Key, string Title, Guid ClinicId, Guid PayerId, ChargeState State,
    IReadOnlyList<ChargeLine> Lines, Money Sum, Money Discount, Money SponsorPays, Guid? SponsorId, Money FromCredit, Money Total,
    Money Refunded, Money Credited, DateTime OpenedAt, DateTime PayBy, DateTime? WaitsUntil, DateTime? PaidAt, PaymentMethod? Method)
{
    /// <summary>Whether it counts as paid: money that was partly given back still paid for what remains.</summary>
    public bool IsPaid => State is ChargeState.Paid or ChargeState.PartlyRefunded;

    /// <summary>Whether somebody may still pay it.</summary>
    public bool IsPayable => State is ChargeState.Open or ChargeState.Waiting;

    /// <summary>The page on which it is paid.</summary>
    public string PayPath => $"/pagamentos/{Id}";
}

/// <summary>
/// Charges, for the modules that sell something. Call the writing ones inside your own <c>Together</c>. Nothing here calls the
/// gateway: what must be said there is written down, and said a moment later.
/// </summary>
public interface ICharges
{
    /// <summary>The charge's id; that of the first, when purpose, subject and key are known already.</summary>
    /// <exception cref="RuleBrokenException">The week's quota of an item is used up.</exception>
    Task<Guid> OpenAsync(NewCharge charge, CancellationToken cancel);

    Task<ChargeView?> FindAsync(Guid charge, CancellationToken cancel);

    /// <summary>All charges of one subject, oldest first.</summary>
    Task<IReadOnlyList<ChargeView>> OfAsync(string purpose, Guid subject, CancellationToken cancel);

    /// <summary>Other lines, before anybody began to pay: the order changed. A coupon is reckoned anew.</summary>
    /// <exception cref="RuleBrokenException">It is being paid, or was.</exception>
    Task RepriceAsync(Guid charge, IReadOnlyList<ChargeLine> lines, CancellationToken cancel);

    /// <summary>A further charge beside a paid one, for what was added to the order.</summary>
    Task<Guid> SupplementAsync(Guid charge, string key, IReadOnlyList<ChargeLine> lines, DateTime payBy, CancellationToken cancel);

    /// <summary>Nobody shall pay it any more. Coupon, credit and quota are free again.</summary>
    /// <exception cref="RuleBrokenException">It is paid: refund it, or keep it as a credit.</exception>
    Task CancelAsync(Guid charge, string reason, CancellationToken cancel, Guid? by = null);

    /// <summary>Gives money back: the gateway is asked, and <see cref="ChargeRefunded"/> tells when it has.</summary>
    /// <param name="charge">A paid one.</param>
    /// <param name="amount">Null for all that is left; then credit, coupon and the sponsor's part return too.</param>
    /// <param name="reason">Kept in the charge's history.</param>
    /// <param name="cancel">Stops asking.</param>
    /// <param name="by">Who decided; null for the site itself.</param>
    Task RefundAsync(Guid charge, Money? amount, string reason, CancellationToken cancel, Guid? by = null);

    /// <summary>Turns what was paid into credit that the clinic may use on its next charge.</summary>
    /// <inheritdoc cref="RefundAsync" path="/param" />
    Task CreditAsync(Guid charge, Money? amount, string reason, CancellationToken cancel, Guid? by = null);

    /// <summary>What the clinic may still use.</summary>
    Task<Money> CreditOfAsync(Guid clinic, CancellationToken cancel);
}
