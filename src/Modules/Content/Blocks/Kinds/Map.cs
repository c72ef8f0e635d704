using Percurso.Content.Contracts;

namespace Percurso.Content.Blocks.Kinds;

/// <summary>Where the company is and when one finds somebody there. The map is a picture or a link: nothing is loaded from other sites.</summary>
sealed record Map : IBlock
{
    public static BlockKind Kind { get; } = new("map", "Mapa e horários", "map-pin", "/Pages/Blocks/Map.cshtml");

    [Field("Título", Max = 120)]
    public string Heading { get; init; } = "";

    [Field("Endereço", As = FieldShape.Lines, Max = 400, Hint = "Vazio: o endereço que está nas configurações.")]
    public string Address { get; init; } = "";

    [Field("Telefone", Max = 30)]
    public string Phone { get; init; } = "";

    [Field("Horários")]
    public IReadOnlyList<Line> Hours { get; init; } = [];

    [Field("Link do mapa", As = FieldShape.Link, Max = 500, Hint = "O endereço que o serviço de mapas dá em Compartilhar.")]
    public string Link { get; init; } = "";

    [Field("Imagem do mapa", As = FieldShape.Picture)]
    public string? Image { get; init; }

    [Field("Como chegar", As = FieldShape.Lines, Max = 600)]
    public string Directions { get; init; } = "";

    public IEnumerable<string?> Words => [Heading, Address, Directions, .. Hours.SelectMany(line => (string[])[line.Days, line.Open])];

    internal sealed record Line
    {
        [Field("Dias", Max = 60)]
        public string Days { get; init; } = "";

        [Field("Horário", Max = 60)]
        public string Open { get; init; } = "";
    }
}
