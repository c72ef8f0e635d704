using Percurso.Kernel;

namespace Percurso.Invoicing.Contracts;

public enum InvoiceState
{
    /// <summary>Paid for; to be issued.</summary>
    Asked,
    Issued,
    Cancelled,
}

/// <summary>An invoice as other modules see it.</summary>
/// <param name="ForSponsor">Whether it is the sponsor's; otherwise the clinic's.</param>
/// <param name="Payer">The name on it.</param>
public sealed record InvoiceView(Guid Id, long Number, Guid ChargeId, bool ForSponsor, string Payer, Money Total, InvoiceState State, DateTime AskedAt, DateTime? IssuedAt)
{
    public string Path => $"/notas/{Id}";
}

public interface IInvoices
{
    /// <summary>At most two: the clinic's and the sponsor's.</summary>
    Task<IReadOnlyList<InvoiceView>> OfChargeAsync(Guid charge, CancellationToken cancel);
}

public static class InvoicingPermissions
{
    /// <summary>To see everybody's invoices.</summary>
    public const string See = "invoicing.see-invoices";
}
