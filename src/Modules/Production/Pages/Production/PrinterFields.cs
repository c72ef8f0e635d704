using System.ComponentModel.DataAnnotations;

using Percurso.Production.Domain;

namespace Percurso.Production.Pages.Production;

/// <summary>A printer as it is typed.</summary>
sealed class PrinterFields
{
    [Required(ErrorMessage = "Dê um nome à impressora.")]
    [StringLength(Printer.NameLength, ErrorMessage = "O nome passa de 60 letras.")]
    public string Name { get; set; } = "";

    [StringLength(Printer.NameLength, ErrorMessage = "O modelo passa de 60 letras.")]
    public string? Model { get; set; }

    public bool IsRetired { get; set; }

    public string? ReadModel() => string.IsNullOrWhiteSpace(Model) ? null : Model.Trim();
}
