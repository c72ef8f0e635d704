using Percurso.Kernel.Audit;

namespace Percurso.Payments.Finance;

/// <summary>What is kept in the audit log of payments: whatever moves money or prices by hand.</summary>
static class PaymentsActs
{
    public static readonly AuditAct Confirmed = new AuditAct("payments.confirmed-by-hand", "Confirmou um pagamento à mão");
    public static readonly AuditAct RefundAsked = new AuditAct("payments.refund-asked", "Mandou devolver um pagamento");
    public static readonly AuditAct RefundDone = new AuditAct("payments.refund-done", "Registrou uma devolução feita à mão");
    public static readonly AuditAct Credited = new AuditAct("payments.credited", "Transformou um pagamento em crédito");
    public static readonly AuditAct Cancelled = new AuditAct("payments.cancelled", "Cancelou uma cobrança");
    public static readonly AuditAct PriceSet = new AuditAct("payments.price-set", "Mudou a tabela de preços");
    public static readonly AuditAct CouponMade = new AuditAct("payments.coupon-made", "Fez cupons");
    public static readonly AuditAct CouponWithdrawn = new AuditAct("payments.coupon-withdrawn", "Retirou um cupom");
    public static readonly AuditAct SponsorChanged = new AuditAct("payments.sponsor-changed", "Mudou um patrocinador");
    public static readonly AuditAct SponsorPaidIn = new AuditAct("payments.sponsor-paid-in", "Registrou um depósito de patrocinador");

    public static readonly AuditAct[] All = [Confirmed, RefundAsked, RefundDone, Credited, Cancelled, PriceSet, CouponMade, CouponWithdrawn, SponsorChanged, SponsorPaidIn];
}
