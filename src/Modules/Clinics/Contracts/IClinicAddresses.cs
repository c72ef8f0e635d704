using Percurso.Kernel.Brazil;

namespace Percurso.Clinics.Contracts;

/// <summary>An address of a clinic's, as it is now; whoever sends something there keeps a copy.</summary>
/// <param name="Name">How the clinic calls it.</param>
/// <param name="IsDelivery">Whether deliveries go there unless somebody says otherwise.</param>
public sealed record ClinicAddress(
    Guid Id, string Name, Cep Cep, string Street, string Number, string? Complement, string District, string City, Uf Uf, bool IsDelivery)
{
    /// <summary>"Avenida Paulista, 1000, Conjunto 72".</summary>
    public string FirstLine => Complement is null ? $"{Street}, {Number}" : $"{Street}, {Number}, {Complement}";

    /// <summary>"Bela Vista, São Paulo/SP, 01310-100".</summary>
    public string SecondLine => $"{District}, {City}/{Uf}, {Cep}";
}

/// <summary>Where a clinic receives things.</summary>
public interface IClinicAddresses
{
    /// <summary>The one deliveries go to first, then in the order they were added.</summary>
    Task<IReadOnlyList<ClinicAddress>> OfAsync(Guid clinic, CancellationToken cancel);
}
