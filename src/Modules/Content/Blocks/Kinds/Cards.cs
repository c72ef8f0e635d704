using Percurso.Content.Contracts;

namespace Percurso.Content.Blocks.Kinds;

/// <summary>A few things of one kind, side by side.</summary>
sealed record Cards : IBlock
{
    public static BlockKind Kind { get; } = new("cards", "Cartões", "layout-grid", "/Pages/Blocks/Cards.cshtml");

    [Field("Título", Max = 120)]
    public string Heading { get; init; } = "";

    [Field("Frase de apoio", As = FieldShape.Lines, Max = 400)]
    public string Lead { get; init; } = "";

    [Field("Cartões")]
    public IReadOnlyList<Card> Items { get; init; } = [];

    public IEnumerable<string?> Words => [Heading, Lead, .. Items.SelectMany(card => (string[])[card.Title, card.Text])];

    internal sealed record Card
    {
        [Field("Título", Max = 120)]
        public string Title { get; init; } = "";

        [Field("Texto", As = FieldShape.Lines, Max = 600)]
        public string Text { get; init; } = "";

        [Field("Desenho")]
        public Drawing Drawing { get; init; }

        [Field("Palavras do link", Max = 60)]
        public string LinkText { get; init; } = "";

        [Field("O link leva a", As = FieldShape.Link)]
        public string Link { get; init; } = "";
    }
}
