using System.Text.Json;
using System.Text.Json.Serialization;

namespace Percurso.Content.Domain.Pages;

/// <summary>Everything a page says, as it was at one moment: a draft, what is on the air, a version.</summary>
sealed record PageContent(string Title, string Description, IReadOnlyList<Block> Blocks)
{
    public const int TitleLength = 120;
    public const int DescriptionLength = 300;

    /// <summary>How contents are stored, and settings of blocks read.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static PageContent Empty(string title) => new(title, "", []);

    public string Write() => JsonSerializer.Serialize(this, Json);

    public static PageContent Read(string json) => JsonSerializer.Deserialize<PageContent>(json, Json)!;

    /// <summary>The database keeps no order of a setting's keys, so none counts.</summary>
    public bool Equals(PageContent? other) => other is not null
        && (Title, Description) == (other.Title, other.Description)
        && Blocks.Count == other.Blocks.Count
        && Blocks.Zip(other.Blocks).All(pair => pair.First.Equals(pair.Second));

    public override int GetHashCode() => HashCode.Combine(Title, Description, Blocks.Count);
}
