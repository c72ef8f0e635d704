using Percurso.Payments.Contracts;

namespace Percurso.Payments.Domain;

/// <summary>One line of a charge's history: trail and timeline are one thing.</summary>
sealed class ChargeEvent
{
    ChargeEvent() { }

    internal ChargeEvent(Guid charge, int number, ChargeState from, ChargeState to, ChargeMove move, ChargeRole who, Guid? account, DateTime at, string? reason) =>
        (ChargeId, Number, From, To, Move, Who, AccountId, At, Reason) = (charge, number, from, to, move, who, account, at, reason);

    /// <summary>Its own key: of two who move a charge at once it is the charge's version that refuses the second.</summary>
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid ChargeId { get; private set; }
    public int Number { get; private set; }
    public ChargeState From { get; private set; }
    public ChargeState To { get; private set; }
    public ChargeMove Move { get; private set; }
    public ChargeRole Who { get; private set; }

    /// <summary>Null for the gateway, the clock and the site itself.</summary>
    public Guid? AccountId { get; private set; }
    public DateTime At { get; private set; }
    public string? Reason { get; private set; }
}
