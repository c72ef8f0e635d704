using Percurso.Content.Contracts;

namespace Percurso.Content.Blocks.Kinds;

/// <summary>What somebody said.</summary>
sealed record Quotation : IBlock
{
    public static BlockKind Kind { get; } = new("quotation", "Citação", "quote", "/Pages/Blocks/Quotation.cshtml");

    [Field("O que foi dito", As = FieldShape.Lines, Max = 800)]
    public string Text { get; init; } = "";

    [Field("Quem disse", Max = 120)]
    public string Author { get; init; } = "";

    [Field("O que faz", Max = 120)]
    public string Role { get; init; } = "";

    public IEnumerable<string?> Words => [Text, Author, Role];
}
