using Percurso.Content.Contracts;
using Percurso.Content.Texts;

namespace Percurso.Content.Blocks.Kinds;

/// <summary>Questions with their answers; search engines are told of them too.</summary>
sealed record Faq : IBlock
{
    public static BlockKind Kind { get; } = new("faq", "Perguntas frequentes", "help-circle", "/Pages/Blocks/Faq.cshtml");

    [Field("Título", Max = 120)]
    public string Heading { get; init; } = "";

    [Field("Perguntas")]
    public IReadOnlyList<Question> Items { get; init; } = [];

    public IEnumerable<string?> Words => [Heading, .. Items.SelectMany(one => (string[])[one.Asked, MarkdownText.Plain(one.Answer)])];

    internal sealed record Question
    {
        [Field("Pergunta", Max = 200)]
        public string Asked { get; init; } = "";

        [Field("Resposta", As = FieldShape.RichText, Max = 5000)]
        public string Answer { get; init; } = "";
    }
}
