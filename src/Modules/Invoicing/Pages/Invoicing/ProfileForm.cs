using System.ComponentModel.DataAnnotations;

using Percurso.Clinics.Contracts;
using Percurso.Invoicing.Domain;
using Percurso.Kernel.Brazil;

namespace Percurso.Invoicing.Pages.Invoicing;

/// <summary>Who the invoice goes to, as it is typed.</summary>
sealed class ProfileForm : AddressFields
{
    [Required(ErrorMessage = "Escreva o nome ou a razão social.")]
    [StringLength(120, ErrorMessage = "O nome passa de 120 letras. Escreva-o mais curto.")]
    public string Name { get; set; } = "";

    [Required(ErrorMessage = "Escreva o CPF ou CNPJ.")]
    [StringLength(30, ErrorMessage = "O CPF ou CNPJ é mais curto. Confira o que foi colado.")]
    public string TaxId { get; set; } = "";

    [StringLength(30, ErrorMessage = "A inscrição municipal é mais curta. Confira o que foi colado.")]
    public string? MunicipalRegistration { get; set; }

    [Required(ErrorMessage = "Escreva o e-mail.")]
    [EmailAddress(ErrorMessage = "Este e-mail não está completo. Escreva-o como nome@exemplo.com.br.")]
    [StringLength(254, ErrorMessage = "O e-mail passa de 254 letras. Confira o endereço.")]
    public string Email { get; set; } = "";

    public static ProfileForm Of(Payer payer) => new()
    {
        Name = payer.Name,
        TaxId = payer.TaxIdAsPrinted,
        MunicipalRegistration = payer.MunicipalRegistration,
        Email = payer.Email,
        Cep = payer.Cep ?? "",
        Street = payer.Street ?? "",
        Number = payer.Number ?? "",
        Complement = payer.Complement,
        District = payer.District ?? "",
        City = payer.City,
        Uf = payer.Uf,
    };

    public void Take(ClinicAddress place) => (Cep, Street, Number, Complement, District, City, Uf) =
        (place.Cep.ToString(), place.Street, place.Number, place.Complement, place.District, place.City, place.Uf.Value);

    /// <param name="taxId">CPF or CNPJ, characters only.</param>
    /// <param name="place">Where the payer is.</param>
    /// <param name="ibge">The IBGE's code of its município.</param>
    public Payer Read(string taxId, TypedAddress place, string ibge) => new(
        Name.Trim(), taxId, Email.Trim(), string.IsNullOrWhiteSpace(MunicipalRegistration) ? null : MunicipalRegistration.Trim(),
        place.Cep.Value, place.Street, place.Number, place.Complement, place.District, place.City, place.Uf.Value, ibge);
}
