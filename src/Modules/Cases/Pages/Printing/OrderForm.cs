using System.ComponentModel.DataAnnotations;

using Percurso.Cases.Steps.Printing;

namespace Percurso.Cases.Pages.Printing;

/// <summary>What is to be printed, as it is typed.</summary>
sealed class OrderForm
{
    public List<PartForm> Parts { get; set; } = [];

    public Guid? Material { get; set; }

    /// <summary>Address and service, apart by a space.</summary>
    public string? Way { get; set; }

    /// <summary>What one usually wants of a plan.</summary>
    public static List<PartForm> Of(PrintablePlan? plan) => [.. (plan?.Parts ?? []).Select(part => new PartForm { File = part.FileId, Quantity = part.Quantity })];

    /// <summary>Null where none was chosen.</summary>
    public (Guid Address, string Service)? ReadWay() => (Way ?? "").Split(' ') is [var address, var service] && Guid.TryParse(address, out var id) ? (id, service) : null;

    public IReadOnlyDictionary<Guid, int> ReadParts() => Parts.GroupBy(part => part.File).ToDictionary(same => same.Key, same => same.Sum(part => part.Quantity ?? 0));
}

sealed class PartForm
{
    public Guid File { get; set; }

    [Range(0, 20, ErrorMessage = "De cada peça podem ser pedidas até 20.")]
    public int? Quantity { get; set; }
}

/// <summary>What the dentist's side says is wrong.</summary>
sealed class TroubleForm
{
    [Required(ErrorMessage = "Escolha o que aconteceu.")]
    public RemakeCause? Cause { get; set; }

    [Required(ErrorMessage = "Escreva o que aconteceu: a empresa lê isto.")]
    [StringLength(CasePrinting.WordsLength, ErrorMessage = "O texto passa de 1.000 letras. Escreva-o mais curto.")]
    public string? Words { get; set; }
}

/// <summary>How the company makes something again.</summary>
sealed class AgainForm
{
    [Required(ErrorMessage = "Escolha o que aconteceu.")]
    public RemakeCause? Cause { get; set; }

    [Required(ErrorMessage = "Escolha quem paga.")]
    public Contracts.RemakePayer? Payer { get; set; }

    [StringLength(CasePrinting.WordsLength, ErrorMessage = "O texto passa de 1.000 letras. Escreva-o mais curto.")]
    public string? Words { get; set; }
}

sealed class ReplyForm
{
    [Required(ErrorMessage = "Escreva a resposta: o dentista lê isto.")]
    [StringLength(CasePrinting.WordsLength, ErrorMessage = "O texto passa de 1.000 letras. Escreva-o mais curto.")]
    public string? Words { get; set; }
}
