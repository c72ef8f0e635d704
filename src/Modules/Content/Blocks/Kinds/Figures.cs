using Percurso.Content.Contracts;

namespace Percurso.Content.Blocks.Kinds;

/// <summary>Numbers that say something.</summary>
sealed record Figures : IBlock
{
    public static BlockKind Kind { get; } = new("figures", "Números", "chart-bar", "/Pages/Blocks/Figures.cshtml");

    [Field("Título", Max = 120)]
    public string Heading { get; init; } = "";

    [Field("Números")]
    public IReadOnlyList<Figure> Items { get; init; } = [];

    public IEnumerable<string?> Words => [Heading, .. Items.SelectMany(figure => (string[])[figure.Value, figure.Label])];

    internal sealed record Figure
    {
        [Field("Número em destaque", Max = 20, Hint = "Como se lê: 1.200, 98%, 7 etapas.")]
        public string Value { get; init; } = "";

        [Field("O que conta", Max = 120)]
        public string Label { get; init; } = "";
    }
}
