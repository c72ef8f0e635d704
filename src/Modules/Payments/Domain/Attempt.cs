using Percurso.Kernel;
using Percurso.Payments.Contracts;

namespace Percurso.Payments.Domain;

/// <summary>How one visit to the gateway's checkout stands.</summary>
enum AttemptState
{
    /// <summary>Somebody is at the checkout, or may go there.</summary>
    Open,

    /// <summary>A boleto or a Pix was made and awaits its payment.</summary>
    Waiting,
    Paid,

    /// <summary>Ended without payment, at the gateway or because the payer took it back.</summary>
    Lapsed,
}

/// <summary>One checkout at the gateway for one charge. Its id is what the gateway knows it by, so that asking twice opens one.</summary>
sealed class Attempt
{
    Attempt() { }

    internal Attempt(Guid charge, string gateway, Money amount, DateTime now) =>
        (ChargeId, Gateway, Amount, OpenedAt) = (charge, gateway, amount, now);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid ChargeId { get; private set; }
    public string Gateway { get; private set; } = "";

    /// <summary>What is asked for there; the charge may change afterwards.</summary>
    public Money Amount { get; private set; }
    public DateTime OpenedAt { get; private set; }
    public AttemptState State { get; internal set; }

    /// <summary>The gateway's own id of the checkout; null until it has answered.</summary>
    public string? Session { get; internal set; }

    /// <summary>Where the payer pays.</summary>
    public string? Address { get; internal set; }
    public PaymentMethod? Method { get; internal set; }
    public DateTime? WaitsUntil { get; internal set; }
    public DateTime? PaidAt { get; internal set; }

    /// <summary>What does not fit, for finance: another amount arrived than was asked for.</summary>
    public string? Problem { get; internal set; }

    public bool IsUnderWay => State is AttemptState.Open or AttemptState.Waiting;
}
