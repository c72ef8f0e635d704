using Percurso.Content.Contracts;

namespace Percurso.Content.Blocks.Kinds;

/// <summary>The first thing a visitor sees: what this is, and how to begin.</summary>
sealed record Hero : IBlock
{
    public static BlockKind Kind { get; } = new("hero", "Destaque", "layout-navbar", "/Pages/Blocks/Hero.cshtml");

    [Field("Título", Max = 120)]
    public string Heading { get; init; } = "";

    [Field("Frase de apoio", As = FieldShape.Lines, Max = 400)]
    public string Lead { get; init; } = "";

    [Field("Palavras do botão", Max = 60)]
    public string Button { get; init; } = "";

    [Field("O botão leva a", As = FieldShape.Link)]
    public string Link { get; init; } = "";

    [Field("Palavras do segundo botão", Max = 60)]
    public string SecondButton { get; init; } = "";

    [Field("O segundo botão leva a", As = FieldShape.Link)]
    public string SecondLink { get; init; } = "";

    [Field("Desenho")]
    public Drawing Drawing { get; init; }

    [Field("Fotografia no lugar do desenho", As = FieldShape.Picture)]
    public string? Picture { get; init; }

    public IEnumerable<string?> Words => [Heading, Lead];
}
