using Percurso.Content.Contracts;
using Percurso.Content.Texts;

namespace Percurso.Content.Blocks.Kinds;

/// <summary>Running text.</summary>
sealed record RichText : IBlock
{
    public static BlockKind Kind { get; } = new("text", "Texto", "align-left", "/Pages/Blocks/RichText.cshtml");

    [Field("Texto", As = FieldShape.RichText, Max = 40_000)]
    public string Text { get; init; } = "";

    public IEnumerable<string?> Words => [MarkdownText.Plain(Text)];
}
