using System.Text.Json.Nodes;

using Percurso.Content.Blocks;
using Percurso.Content.Contracts;
using Percurso.Content.Domain.Pages;
using Percurso.Kernel.Localization;

namespace Percurso.Content.Editing;

/// <summary>A page's whole content as lines of text, so that two can be laid side by side.</summary>
sealed class PageText(BlockKinds kinds, Words words)
{
    public IReadOnlyList<string> Lines(PageContent content) =>
    [
        words["Título: {0}", content.Title].Value,
        .. content.Description.Length > 0 ? [words["Descrição: {0}", content.Description].Value] : Enumerable.Empty<string>(),
        .. content.Blocks.SelectMany(Lines),
    ];

    IEnumerable<string> Lines(Block block)
    {
        if (kinds.Find(block.Kind) is not { } type) return [];

        var title = words[type.Kind.Title].Value;
        return [block.Hidden ? words["{0} (escondido)", title].Value : title, .. Lines(type.Settings, block.Settings)];
    }

    IEnumerable<string> Lines(Type settings, JsonObject values) =>
        BlockField.Of(settings).SelectMany(field => field.Item is { } item
            ? (values[field.Name] as JsonArray ?? []).OfType<JsonObject>().SelectMany(one => Lines(item, one))
            : Lines(field, values[field.Name]?.ToString() ?? ""));

    IEnumerable<string> Lines(BlockField field, string value)
    {
        if (value is "" or "false" or "none") return [];

        var said = field.Type.IsEnum ? words[field.Choices.FirstOrDefault(choice => choice.Value == value).Label ?? value].Value : value;
        return field.Field.As is FieldShape.RichText or FieldShape.Lines
            ? said.Split('\n').Where(line => line.Length > 0)
            : [$"{words[field.Field.Label].Value}: {said}"];
    }
}
