using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Percurso.Kernel.Localization;

/// <summary>
/// Words that a recipe or an administrator wrote in several languages: in JSON a string (Portuguese), or an object such as
/// <c>{ "pt-BR": "Início", "en": "Home" }</c>.
/// </summary>
[JsonConverter(typeof(Json))]
public sealed record LocalText(IReadOnlyDictionary<string, string> ByCulture)
{
    public static implicit operator LocalText(string portuguese) => new(new Dictionary<string, string> { ["pt-BR"] = portuguese });

    /// <summary>In the reader's language, or in Portuguese where that is missing.</summary>
    public override string ToString() => In(CultureInfo.CurrentUICulture);

    public string In(CultureInfo culture) =>
        ByCulture.GetValueOrDefault(culture.Name) ?? ByCulture.GetValueOrDefault(culture.TwoLetterISOLanguageName) ?? ByCulture["pt-BR"];

    sealed class Json : JsonConverter<LocalText>
    {
        public override LocalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String) return reader.GetString()!;

            var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options)!;
            return texts.ContainsKey("pt-BR") ? new(texts) : throw new JsonException("A text in several languages needs \"pt-BR\" among them.");
        }

        public override void Write(Utf8JsonWriter writer, LocalText value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.ByCulture, options);
    }
}
