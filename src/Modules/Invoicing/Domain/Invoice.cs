using System.Text.Json.Serialization;

using Percurso.Invoicing.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Brazil;
using Percurso.Kernel.Data;
using Percurso.Payments.Contracts;

namespace Percurso.Invoicing.Domain;

/// <summary>Who an invoice goes to, as a real one needs it (NFS-e, group toma of the DPS).</summary>
/// <param name="TaxId">CPF or CNPJ, bare.</param>
/// <param name="MunicipalRegistration">Only where there is one.</param>
/// <param name="Ibge">The município's seven digits; null for one who gave no address.</param>
sealed record Payer(
    string Name, string TaxId, string Email, string? MunicipalRegistration, string? Cep, string? Street, string? Number, string? Complement, string? District, string? City, string? Uf, string? Ibge)
{
    [JsonIgnore]
    public string TaxIdAsPrinted => Cnpj.TryParse(TaxId, out var cnpj) ? $"{cnpj}" : Cpf.TryParse(TaxId, out var cpf) ? $"{cpf}" : TaxId;

    /// <summary>As on an envelope; none for one who gave no address.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> AddressLines => Street is null
        ? []
        : [$"{Street}, {Number}{(Complement is null ? "" : $", {Complement}")}", $"{District}, {City}/{Uf}, {(Kernel.Brazil.Cep.TryParse(Cep, out var cep) ? $"{cep}" : Cep)}"];
}

/// <summary>An invoice for one payer's part of one charge.</summary>
sealed class Invoice : Aggregate
{
    Invoice() { }

    public Invoice(Guid charge, Guid clinic, bool forSponsor, string title, Payer payer, IReadOnlyList<ChargeLine> lines, Money total, DateTime now) =>
        (ChargeId, ClinicId, ForSponsor, Title, Payer, Lines, Total, AskedAt) = (charge, clinic, forSponsor, title, payer, lines, total, now);

    /// <summary>Of its own, not of a charge or a case.</summary>
    public long Number { get; private set; }
    public Guid ChargeId { get; private set; }
    public Guid ClinicId { get; private set; }
    public bool ForSponsor { get; private set; }

    /// <summary>What it is for: "Caso 2026-0042". Never health data.</summary>
    public string Title { get; private set; } = "";
    public Payer Payer { get; private set; } = null!;
    public IReadOnlyList<ChargeLine> Lines { get; private set; } = [];

    /// <summary>This payer's part; the lines may come to more.</summary>
    public Money Total { get; private set; }
    public InvoiceState State { get; private set; }
    public DateTime AskedAt { get; private set; }
    public DateTime? IssuedAt { get; private set; }
    public DateTime? CancelledAt { get; private set; }

    public void Issue(DateTime now)
    {
        if (State != InvoiceState.Asked) return;

        (State, IssuedAt) = (InvoiceState.Issued, now);
        Changed();
    }

    public void Cancel(DateTime now)
    {
        if (State == InvoiceState.Cancelled) return;

        (State, CancelledAt) = (InvoiceState.Cancelled, now);
        Changed();
    }
}

/// <summary>What a clinic wants on its invoices.</summary>
sealed class Profile : Aggregate
{
    public required Guid ClinicId { get; init; }
    public Payer Payer { get; private set; } = null!;

    public void Set(Payer payer)
    {
        Payer = payer;
        Changed();
    }
}
