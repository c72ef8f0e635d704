using System.ComponentModel.DataAnnotations;

using Percurso.Clinics.Contracts;
using Percurso.Invoicing.Domain;
using Percurso.Kernel.Brazil;

namespace Percurso.Invoicing.Pages.Invoicing;

/// <summary>Who the invoice goes to, as it is typed. City and UF may be left to the CEP.</summary>
sealed class ProfileForm
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

    public static ProfileForm Of(Payer payer) => new()
    {
        Name = payer.Name,
        TaxId = Cnpj.TryParse(payer.TaxId, out var cnpj) ? $"{cnpj}" : Cpf.TryParse(payer.TaxId, out var cpf) ? $"{cpf}" : payer.TaxId,
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

    public Payer Read(string taxId, string ibge) => new(
        Name.Trim(), taxId, Email.Trim(), Or(MunicipalRegistration), Kernel.Brazil.Cep.Parse(Cep).Value, Street.Trim(), Number.Trim(), Or(Complement), District.Trim(), City!.Trim(), Kernel.Brazil.Uf.Parse(Uf).Value, ibge);

    static string? Or(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
