using System.ComponentModel.DataAnnotations;

using Percurso.Payments.Domain;

namespace Percurso.Payments.Pages.Prices;

/// <summary>A price item as it is typed: what its own page changes and a new one begins with.</summary>
class ItemFields
{
    [Required(ErrorMessage = "Escreva o nome do item.")]
    [StringLength(120, ErrorMessage = "O nome passa de 120 letras. Escreva-o mais curto.")]
    public string Title { get; set; } = "";

    [Required(ErrorMessage = "Escreva o nome em inglês.")]
    [StringLength(120, ErrorMessage = "O nome passa de 120 letras. Escreva-o mais curto.")]
    public string TitleEn { get; set; } = "";

    [StringLength(40, ErrorMessage = "O código do serviço tem seis números.")]
    [RegularExpression(@"\s*([0-9]{6})?\s*", ErrorMessage = "O código do serviço tem seis números.")]
    public string? ServiceCode { get; set; }

    [Range(0, 20, ErrorMessage = "As rodadas incluídas vão de 0 a 20.")]
    public int IncludedRounds { get; set; }

    [Range(1, 10_000, ErrorMessage = "As vagas por semana vão de 1 a 10 000; vazio é sem limite.")]
    public int? WeeklyQuota { get; set; }

    public static ItemFields Of(PriceItem item) => new()
    {
        Title = item.Title,
        TitleEn = item.TitleEn,
        ServiceCode = item.ServiceCode,
        IncludedRounds = item.IncludedRounds,
        WeeklyQuota = item.WeeklyQuota,
    };

    public PriceItemForm Read() => new(Title.Trim(), TitleEn.Trim(), ServiceCode?.Trim() ?? "", IncludedRounds, WeeklyQuota);
}
