using Percurso.Kernel.Brazil;

namespace Percurso.Clinics.Domain;

/// <summary>A place in Brazil where the post finds somebody.</summary>
/// <param name="Name">How the clinic calls it, "Recepção".</param>
/// <param name="Cep">The postal code.</param>
/// <param name="Street">With its kind: "Avenida Paulista".</param>
/// <param name="Number">Of the house, or "s/n".</param>
/// <param name="Complement">Floor, room; null for none.</param>
/// <param name="District">The bairro.</param>
/// <param name="City">The município.</param>
/// <param name="Uf">The state.</param>
sealed record Place(string Name, Cep Cep, string Street, string Number, string? Complement, string District, string City, Uf Uf);

/// <summary>One address of a clinic.</summary>
sealed class Address
{
    Address() { }

    internal Address(Guid clinic, Place place)
    {
        ClinicId = clinic;
        Change(place);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid ClinicId { get; private set; }
    public string Name { get; private set; } = "";
    public Cep Cep { get; private set; } = null!;
    public string Street { get; private set; } = "";
    public string Number { get; private set; } = "";
    public string? Complement { get; private set; }
    public string District { get; private set; } = "";
    public string City { get; private set; } = "";
    public Uf Uf { get; private set; } = null!;

    /// <summary>"Avenida Paulista, 1000, Conjunto 72".</summary>
    public string FirstLine => Complement is null ? $"{Street}, {Number}" : $"{Street}, {Number}, {Complement}";

    /// <summary>"Bela Vista, São Paulo/SP, 01310-100".</summary>
    public string SecondLine => $"{District}, {City}/{Uf}, {Cep}";

    internal void Change(Place place) =>
        (Name, Cep, Street, Number, Complement, District, City, Uf) = place;
}
