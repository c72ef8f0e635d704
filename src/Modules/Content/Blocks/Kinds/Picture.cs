using Percurso.Content.Contracts;

namespace Percurso.Content.Blocks.Kinds;

/// <summary>One picture with its caption.</summary>
sealed record Picture : IBlock
{
    public static BlockKind Kind { get; } = new("picture", "Imagem", "photo", "/Pages/Blocks/Picture.cshtml");

    [Field("Imagem", As = FieldShape.Picture)]
    public string? Image { get; init; }

    [Field("Legenda", Max = 300)]
    public string Caption { get; init; } = "";

    [Field("De um lado ao outro da página")]
    public bool Wide { get; init; }

    public IEnumerable<string?> Words => [Caption];
}
