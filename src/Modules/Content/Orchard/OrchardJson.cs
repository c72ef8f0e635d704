using System.Text.Json.Nodes;

namespace Percurso.Content.Orchard;

/// <summary>Reads what Orchard wrote without believing that it has the form one expects.</summary>
static class OrchardJson
{
    public static JsonObject? Part(this JsonObject item, string name) => item[name] as JsonObject;

    public static IEnumerable<JsonObject> List(this JsonObject? item, string name) => (item?[name] as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>Words; null for none and for an expression that only Orchard can work out.</summary>
    public static string? Words(this JsonObject? item, string name) =>
        item?[name] is JsonValue value && value.TryGetValue<string>(out var words) && words.Trim() is { Length: > 0 } trimmed && !trimmed.StartsWith("[js:", StringComparison.Ordinal)
            ? trimmed
            : null;

    public static bool Is(this JsonObject? item, string name) => item?[name] is JsonValue value && value.TryGetValue<bool>(out var yes) && yes;

    /// <summary>An item's title, from its part or from what the list showed.</summary>
    public static string? Title(this JsonObject item) => item.Part("TitlePart").Words("Title") ?? item.Words("DisplayText");

    public static string Type(this JsonObject item) => item.Words("ContentType") ?? "?";

    /// <summary>How the report names an item.</summary>
    public static string Named(this JsonObject item) => item.Title() is { } title ? $"{item.Type()} “{title}”" : item.Type();

    /// <summary>Templates are programs, and none runs here.</summary>
    public static bool IsTemplate(string words) => words.Contains("{{", StringComparison.Ordinal) || words.Contains("{%", StringComparison.Ordinal);
}
