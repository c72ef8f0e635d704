namespace Percurso.Kernel.Brazil;

/// <summary>What a CEP tells of an address; the number is nowhere in it, and what is not known is null.</summary>
/// <param name="Street">Only where ViaCEP was asked and the town's streets have CEPs of their own.</param>
/// <param name="District">The bairro, likewise.</param>
/// <param name="City">Null where only the UF is known.</param>
/// <param name="Uf">Always known.</param>
public sealed record CepAddress(string? Street, string? District, string? City, Uf Uf);

/// <summary>
/// Addresses by CEP: city and UF from a table of our own; street and district too, when the operator lets ViaCEP be asked
/// (<c>Addresses:ViaCep</c>). Ask on post as well, for those who came without script and left city and UF to us.
/// </summary>
public interface IAddresses
{
    /// <summary>Null when no address has this CEP. Never fails: what is not reached is not asked.</summary>
    Task<CepAddress?> OfAsync(Cep cep, CancellationToken cancel);
}

sealed class Addresses(CepTable table, ViaCep? viaCep = null) : IAddresses
{
    public async Task<CepAddress?> OfAsync(Cep cep, CancellationToken cancel) =>
        (viaCep is null ? null : await viaCep.FindAsync(cep, cancel)) ?? (table.Find(cep) is var (uf, city) ? new(null, null, city, uf) : null);
}
