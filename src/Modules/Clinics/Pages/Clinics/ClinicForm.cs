using System.ComponentModel.DataAnnotations;

using Percurso.Kernel.Brazil;

namespace Percurso.Clinics.Pages.Clinics;

/// <summary>What a clinic is called, as it is typed when one is founded or changed.</summary>
sealed class ClinicForm
{
    [Required(ErrorMessage = "Escreva o nome do consultório.")]
    [StringLength(120, ErrorMessage = "O nome passa de 120 letras. Escreva-o mais curto.")]
    public string Name { get; set; } = "";

    [StringLength(40, ErrorMessage = "O CNPJ passa de 40 caracteres. Escreva-o como 12.ABC.345/01DE-35.")]
    [Holds<Cnpj>]
    public string? Cnpj { get; set; }

    public Cnpj? ReadCnpj() => string.IsNullOrWhiteSpace(Cnpj) ? null : Kernel.Brazil.Cnpj.Parse(Cnpj);
}
