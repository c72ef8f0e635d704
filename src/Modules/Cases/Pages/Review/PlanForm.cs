using System.ComponentModel.DataAnnotations;

using Percurso.Cases.Steps.Review;
using Percurso.Viewer.Contracts;

namespace Percurso.Cases.Pages.Review;

/// <summary>What the planner writes of a version.</summary>
sealed class PlanForm
{
    [StringLength(2000, ErrorMessage = "As notas passam de 2.000 letras. Escreva-as mais curtas.")]
    public string? Notes { get; set; }

    /// <summary>In the axes of the files; see <see cref="Orientation"/>.</summary>
    public Axis Front { get; set; } = Orientation.Dicom.Front;

    /// <inheritdoc cref="Front" />
    public Axis Up { get; set; } = Orientation.Dicom.Up;

    public List<LayerForm> Layers { get; set; } = [];

    public List<AnswerForm> Answers { get; set; } = [];

    public static PlanForm Of(VersionView? version, PlanReview plan) => new()
    {
        Notes = version?.Notes,
        Front = (version?.Orientation ?? Orientation.Dicom).Front,
        Up = (version?.Orientation ?? Orientation.Dicom).Up,
        Layers = [.. (version?.Layers ?? []).Select(layer => new LayerForm { Id = layer.Id, Name = layer.Name, Kind = layer.Kind, Colour = layer.Colour, Opacity = layer.Opacity })],
        Answers = [.. plan.LastRequests.Select(request => new AnswerForm { Id = request.Id, Done = request.IsDone switch { true => "yes", false => "no", _ => "" }, Words = request.Said })],
    };
}

sealed class LayerForm
{
    public Guid Id { get; set; }

    [Required(ErrorMessage = "Dê um nome à camada.")]
    [StringLength(60, ErrorMessage = "O nome da camada passa de 60 letras. Escreva-o mais curto.")]
    public string Name { get; set; } = "";

    public LayerKind Kind { get; set; }

    [Required(ErrorMessage = "A cor é escrita como #3fa7a0.")]
    [RegularExpression("^#[0-9a-fA-F]{6}$", ErrorMessage = "A cor é escrita como #3fa7a0.")]
    public string Colour { get; set; } = "";

    [Range(5, 100, ErrorMessage = "A opacidade vai de 5 a 100.")]
    public int Opacity { get; set; } = 100;

    public LayerWords Read() => new(Id, Name, Kind, Colour, Opacity);
}

sealed class AnswerForm
{
    public Guid Id { get; set; }

    [StringLength(10)]
    public string? Done { get; set; }

    [StringLength(ChangeRequest.AnswerLength, ErrorMessage = "A resposta passa de 500 letras. Escreva-a mais curta.")]
    public string? Words { get; set; }
}
