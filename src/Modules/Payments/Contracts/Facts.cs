using Percurso.Kernel.Events;

namespace Percurso.Payments.Contracts;

/// <summary>A charge was paid, in whatever way. It happens once, unless a chargeback was won back.</summary>
[FactName("payments.charge-paid")]
public sealed record ChargePaid(Guid ChargeId, string Purpose, Guid SubjectId) : IFact;

/// <summary>Its time has passed unpaid.</summary>
[FactName("payments.charge-expired")]
public sealed record ChargeExpired(Guid ChargeId, string Purpose, Guid SubjectId) : IFact;

/// <summary>The boleto or Pix lapsed; the charge may still be paid in another way.</summary>
[FactName("payments.payment-lapsed")]
public sealed record PaymentLapsed(Guid ChargeId, string Purpose, Guid SubjectId) : IFact;

[FactName("payments.charge-cancelled")]
public sealed record ChargeCancelled(Guid ChargeId, string Purpose, Guid SubjectId) : IFact;

/// <summary>Money went back.</summary>
/// <param name="Cents">How much this time.</param>
/// <param name="IsWhole">Whether nothing paid remains.</param>
[FactName("payments.charge-refunded")]
public sealed record ChargeRefunded(Guid ChargeId, string Purpose, Guid SubjectId, long Cents, bool IsWhole) : IFact;

/// <summary>What was paid became credit of the clinic's.</summary>
/// <inheritdoc cref="ChargeRefunded" path="/param" />
[FactName("payments.charge-credited")]
public sealed record ChargeCredited(Guid ChargeId, string Purpose, Guid SubjectId, long Cents, bool IsWhole) : IFact;

/// <summary>The buyer's bank took the money back.</summary>
[FactName("payments.charged-back")]
public sealed record ChargedBack(Guid ChargeId, string Purpose, Guid SubjectId) : IFact;
