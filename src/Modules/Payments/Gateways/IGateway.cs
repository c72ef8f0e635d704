using Percurso.Kernel;
using Percurso.Payments.Contracts;

namespace Percurso.Payments.Gateways;

/// <summary>What a checkout is opened with.</summary>
/// <param name="Reference">The attempt's id: asked for twice, one checkout is opened.</param>
/// <param name="Title">What the payer reads there.</param>
/// <param name="ReturnTo">Where the payer is led afterwards; that they come back proves nothing.</param>
/// <param name="EndsAt">Nobody may pay after it.</param>
/// <param name="Replaces">Checkouts of the same charge that nobody shall pay any more.</param>
sealed record CheckoutOrder(
    Guid Reference, Money Amount, string Title, string PayerName, string PayerEmail, string ReturnTo, string NotifyAt, DateTime EndsAt, IReadOnlyList<string> Replaces);

/// <param name="Session">The gateway's id.</param>
/// <param name="Address">Where the payer pays.</param>
sealed record OpenedCheckout(string Session, string Address);

enum CheckoutStatus
{
    Open,

    /// <summary>A boleto or a Pix awaits its payment.</summary>
    Waiting,
    Paid,
    Ended,
    ChargedBack,
}

/// <summary>How a checkout stands, from the gateway's own mouth.</summary>
sealed record CheckoutNews(
    string Session, Guid Reference, CheckoutStatus Status, Money Amount, string Currency, PaymentMethod? Method, DateTime? WaitsUntil);

enum RefundOutcome
{
    Done,
    Pending,

    /// <summary>What it was paid with knows no way back, as a boleto.</summary>
    NotPossible,
}

/// <summary>
/// Somebody who takes cards, boletos and Pix for us. Whatever a notice says, it is asked; a call that fails flies, and is made
/// again later.
/// </summary>
interface IGateway
{
    /// <summary>Stored with what went through it, so never renamed.</summary>
    string Name { get; }

    Task<OpenedCheckout> OpenAsync(CheckoutOrder order, CancellationToken cancel);

    /// <summary>Null when it knows no such checkout.</summary>
    Task<CheckoutNews?> AskAsync(string session, CancellationToken cancel);

    /// <param name="refund">Asked for twice, money goes back once.</param>
    /// <param name="session">The checkout that was paid.</param>
    /// <param name="amount">All of it or a part.</param>
    /// <param name="cancel">Stops asking.</param>
    Task<RefundOutcome> RefundAsync(Guid refund, string session, Money amount, CancellationToken cancel);
}
