using System.ComponentModel.DataAnnotations;

using Percurso.Clinics.Domain;
using Percurso.Kernel.Brazil;

namespace Percurso.Clinics.Pages.Clinics;

/// <summary>An address with the name the clinic gives it.</summary>
sealed class AddressForm : AddressFields
{
    [Required(ErrorMessage = "Dê um nome ao endereço, como Recepção.")]
    [StringLength(60, ErrorMessage = "O nome passa de 60 letras. Escreva-o mais curto.")]
    public string Name { get; set; } = "";

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

    public Place Read(TypedAddress typed) => new(Name.Trim(), typed.Cep, typed.Street, typed.Number, typed.Complement, typed.District, typed.City, typed.Uf);
}
