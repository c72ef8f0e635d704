namespace Percurso.Payments.Contracts;

/// <summary>A sponsor, as its invoice names it.</summary>
/// <param name="TaxId">CPF or CNPJ, bare.</param>
public sealed record SponsorView(Guid Id, string Name, string TaxId, string Email, string? MunicipalRegistration);

public interface ISponsors
{
    Task<SponsorView?> FindAsync(Guid sponsor, CancellationToken cancel);
}
