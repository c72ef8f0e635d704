using Percurso.Content.Contracts;

namespace Percurso.Content.Blocks.Kinds;

/// <summary>Several pictures side by side.</summary>
sealed record Gallery : IBlock
{
    public static BlockKind Kind { get; } = new("gallery", "Galeria", "library-photo", "/Pages/Blocks/Gallery.cshtml");

    [Field("Título", Max = 120)]
    public string Heading { get; init; } = "";

    [Field("Imagens")]
    public IReadOnlyList<Item> Pictures { get; init; } = [];

    public IEnumerable<string?> Words => [Heading, .. Pictures.Select(one => one.Caption)];

    internal sealed record Item
    {
        [Field("Imagem", As = FieldShape.Picture)]
        public string? Image { get; init; }

        [Field("Legenda", Max = 300)]
        public string Caption { get; init; } = "";
    }
}
