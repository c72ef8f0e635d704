using Percurso.Content.Contracts;

namespace Percurso.Content.Blocks.Kinds;

/// <summary>The form by which visitors write to the company.</summary>
sealed record ContactForm : IBlock
{
    public static BlockKind Kind { get; } = new("contact", "Formulário de contato", "message", "/Pages/Blocks/ContactForm.cshtml");

    [Field("Título", Max = 120)]
    public string Heading { get; init; } = "";

    [Field("Frase de apoio", As = FieldShape.Lines, Max = 400)]
    public string Lead { get; init; } = "";

    public IEnumerable<string?> Words => [Heading, Lead];
}
