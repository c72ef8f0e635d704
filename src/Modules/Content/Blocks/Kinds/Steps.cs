using Percurso.Content.Contracts;

namespace Percurso.Content.Blocks.Kinds;

/// <summary>The path: a line with stations.</summary>
sealed record Steps : IBlock
{
    public static BlockKind Kind { get; } = new("steps", "Caminho", "route", "/Pages/Blocks/Steps.cshtml");

    [Field("Título", Max = 120)]
    public string Heading { get; init; } = "";

    [Field("Frase de apoio", As = FieldShape.Lines, Max = 400)]
    public string Lead { get; init; } = "";

    [Field("Etapas")]
    public IReadOnlyList<Step> Items { get; init; } = [];

    public IEnumerable<string?> Words => [Heading, Lead, .. Items.SelectMany(step => (string[])[step.Title, step.Text])];

    internal sealed record Step
    {
        [Field("Título", Max = 80)]
        public string Title { get; init; } = "";

        [Field("Texto", As = FieldShape.Lines, Max = 300)]
        public string Text { get; init; } = "";
    }
}
