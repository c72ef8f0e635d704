using Percurso.Content.Contracts;

namespace Percurso.Content.Blocks.Kinds;

/// <summary>What to do next.</summary>
sealed record CallToAct : IBlock
{
    public static BlockKind Kind { get; } = new("call", "Chamada", "arrow-right", "/Pages/Blocks/CallToAct.cshtml");

    [Field("Título", Max = 120)]
    public string Heading { get; init; } = "";

    [Field("Texto", As = FieldShape.Lines, Max = 400)]
    public string Text { get; init; } = "";

    [Field("Palavras do botão", Max = 60)]
    public string Button { get; init; } = "";

    [Field("O botão leva a", As = FieldShape.Link)]
    public string Link { get; init; } = "";

    public IEnumerable<string?> Words => [Heading, Text];
}
