using Percurso.Content.Contracts;

namespace Percurso.Content.Blocks.Kinds;

/// <summary>The people of the company.</summary>
sealed record Team : IBlock
{
    public static BlockKind Kind { get; } = new("team", "Equipe", "users-group", "/Pages/Blocks/Team.cshtml");

    [Field("Título", Max = 120)]
    public string Heading { get; init; } = "";

    [Field("Frase de apoio", As = FieldShape.Lines, Max = 400)]
    public string Lead { get; init; } = "";

    [Field("Pessoas")]
    public IReadOnlyList<Person> People { get; init; } = [];

    public IEnumerable<string?> Words => [Heading, Lead, .. People.SelectMany(person => (string[])[person.Name, person.Role, person.Text])];

    internal sealed record Person
    {
        [Field("Nome", Max = 120)]
        public string Name { get; init; } = "";

        [Field("O que faz", Max = 120)]
        public string Role { get; init; } = "";

        [Field("Texto", As = FieldShape.Lines, Max = 600)]
        public string Text { get; init; } = "";

        [Field("Retrato", As = FieldShape.Picture)]
        public string? Photo { get; init; }
    }
}
