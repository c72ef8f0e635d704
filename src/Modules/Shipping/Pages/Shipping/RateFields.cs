using System.ComponentModel.DataAnnotations;

using Percurso.Kernel;

namespace Percurso.Shipping.Pages.Shipping;

/// <summary>A rate as it is typed: what its own page changes and a new one begins with.</summary>
class RateFields
{
    [Range(1, 30_000, ErrorMessage = "O peso vai de 1 a 30 000 gramas.")]
    public int MaxGrams { get; set; }

    [Required(ErrorMessage = "Escreva o preço em reais, como 21,90.")]
    [StringLength(20, ErrorMessage = "O valor é mais curto. Confira o que foi colado.")]
    public string Amount { get; set; } = "";

    [Range(0, 60, ErrorMessage = "Os dias úteis vão de 0 a 60.")]
    public int BusinessDays { get; set; }

    /// <exception cref="RuleBrokenException">What was typed is no amount.</exception>
    public Money ReadAmount() => Money.TryParse(Amount, out var amount)
        ? amount
        : throw new RuleBrokenException("Escreva o preço em reais, como 21,90.") { Field = "Input.Amount" };
}
