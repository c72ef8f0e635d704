using Percurso.Content.Contracts;

namespace Percurso.Content.Blocks.Kinds;

/// <summary>Files to take home.</summary>
sealed record Downloads : IBlock
{
    public static BlockKind Kind { get; } = new("downloads", "Arquivos para baixar", "download", "/Pages/Blocks/Downloads.cshtml");

    [Field("Título", Max = 120)]
    public string Heading { get; init; } = "";

    [Field("Frase de apoio", As = FieldShape.Lines, Max = 400)]
    public string Lead { get; init; } = "";

    [Field("Arquivos")]
    public IReadOnlyList<Item> Files { get; init; } = [];

    public IEnumerable<string?> Words => [Heading, Lead, .. Files.SelectMany(file => (string[])[file.Title, file.Text])];

    internal sealed record Item
    {
        [Field("Arquivo", As = FieldShape.File)]
        public string? File { get; init; }

        [Field("Título", Max = 120)]
        public string Title { get; init; } = "";

        [Field("O que há nele", Max = 300)]
        public string Text { get; init; } = "";
    }
}
