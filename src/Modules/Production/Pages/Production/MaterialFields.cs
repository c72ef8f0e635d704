using System.ComponentModel.DataAnnotations;

using Percurso.Kernel;
using Percurso.Production.Domain;

namespace Percurso.Production.Pages.Production;

/// <summary>A material as it is typed.</summary>
sealed class MaterialFields
{
    [Required(ErrorMessage = "Dê um nome ao material.")]
    [StringLength(Material.TitleLength, ErrorMessage = "O nome passa de 80 letras. Escreva-o mais curto.")]
    public string Title { get; set; } = "";

    [StringLength(Material.TitleLength, ErrorMessage = "O nome passa de 80 letras. Escreva-o mais curto.")]
    public string? TitleEn { get; set; }

    [Required(ErrorMessage = "Escreva a diferença em reais, como 45,00; zero para nenhuma.")]
    [StringLength(20, ErrorMessage = "O valor é mais curto. Confira o que foi colado.")]
    public string Amount { get; set; } = "";

    [StringLength(Material.NoteLength, ErrorMessage = "O texto passa de 300 letras. Escreva-o mais curto.")]
    public string? Note { get; set; }

    public bool IsRetired { get; set; }

    /// <exception cref="RuleBrokenException">What was typed is no amount.</exception>
    public Money ReadAmount() => Money.TryParse(Amount, out var amount)
        ? amount
        : throw new RuleBrokenException("Escreva a diferença em reais, como 45,00; zero para nenhuma.") { Field = "Input.Amount" };

    public string? ReadNote() => string.IsNullOrWhiteSpace(Note) ? null : Note.Trim();
}
