namespace Percurso.Accounts.Contracts;

/// <summary>What a client has written in their record.</summary>
/// <param name="Name">How they are called.</param>
/// <param name="Email">Where letters reach them.</param>
/// <param name="Phone">With area code; null while not written.</param>
/// <param name="TaxId">CPF or CNPJ, characters only.</param>
/// <param name="Cro">Registration with the Conselho Regional de Odontologia, <c>SP-CD-12345</c>.</param>
/// <param name="Missing">What it lacks before a first payment, in Portuguese; keys of the translations of Accounts.</param>
public sealed record ClientRecord(string Name, string Email, string? Phone, string? TaxId, string? Cro, IReadOnlyList<string> Missing)
{
    public bool IsWhole => Missing.Count == 0;
}

/// <summary>Clients' records, for modules that sell to them.</summary>
public interface IRecords
{
    /// <summary>Null when there is no such account.</summary>
    Task<ClientRecord?> OfAsync(Guid account, CancellationToken cancel);
}
