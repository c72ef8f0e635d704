using System.ComponentModel.DataAnnotations;

using Percurso.Clinics.Domain;
using Percurso.Kernel.Brazil;

namespace Percurso.Clinics.Pages.Clinics;

/// <summary>An address as it is typed. City and UF may be left to the CEP.</summary>
sealed class AddressForm
{
    [Required(ErrorMessage = "Dê um nome ao endereço, como Recepção.")]
    [StringLength(60, ErrorMessage = "O nome passa de 60 letras. Escreva-o mais curto.")]
    public string Name { get; set; } = "";

    [Required(ErrorMessage = "Escreva o CEP.")]
    [StringLength(40, ErrorMessage = "O CEP passa de 40 caracteres. Escreva-o como 01310-100.")]
    [Holds<Cep>]
    public string Cep { get; set; } = "";

    [Required(ErrorMessage = "Escreva a rua, ou como se chama o lugar.")]
    [StringLength(120, ErrorMessage = "A rua passa de 120 letras. Escreva-a mais curta.")]
    public string Street { get; set; } = "";

    [Required(ErrorMessage = "Escreva o número, ou s/n.")]
    [StringLength(20, ErrorMessage = "O número passa de 20 letras. O resto cabe no complemento.")]
    public string Number { get; set; } = "";

    [StringLength(80, ErrorMessage = "O complemento passa de 80 letras. Escreva-o mais curto.")]
    public string? Complement { get; set; }

    [Required(ErrorMessage = "Escreva o bairro.")]
    [StringLength(80, ErrorMessage = "O bairro passa de 80 letras. Escreva-o mais curto.")]
    public string District { get; set; } = "";

    [StringLength(80, ErrorMessage = "A cidade passa de 80 letras. Confira o nome.")]
    public string? City { get; set; }

    [StringLength(40, ErrorMessage = "A UF passa de 40 caracteres. Escolha-a na lista.")]
    [Holds<Uf>]
    public string? Uf { get; set; }

    public static AddressForm Of(Address address) => new()
    {
        Name = address.Name,
        Cep = address.Cep.ToString(),
        Street = address.Street,
        Number = address.Number,
        Complement = address.Complement,
        District = address.District,
        City = address.City,
        Uf = address.Uf.Value,
    };

    /// <summary>Once city and UF are there.</summary>
    public Place Read() => new(
        Name.Trim(), Kernel.Brazil.Cep.Parse(Cep), Street.Trim(), Number.Trim(),
        string.IsNullOrWhiteSpace(Complement) ? null : Complement.Trim(), District.Trim(), City!.Trim(), Kernel.Brazil.Uf.Parse(Uf));
}
