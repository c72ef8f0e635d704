using System.Globalization;
using System.Text.Json.Nodes;

using Microsoft.AspNetCore.Http;

using Percurso.Content.Contracts;
using Percurso.Content.Texts;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Web;

namespace Percurso.Content.Blocks;

/// <summary>
/// Reads a block's settings from the editor's form. What cannot stay as it was typed gets a sentence in <see cref="Errors"/>, under the
/// field's name, and is kept to be shown again.
/// </summary>
sealed class BlockReader(IFormCollection form, Words words)
{
    const int MostItems = 60;

    public Dictionary<string, string> Errors { get; } = [];

    public JsonObject Read(string prefix, Type settings)
    {
        var values = new JsonObject();
        foreach (var field in BlockField.Of(settings)) values[field.Name] = Value($"{prefix}.{field.Name}", field);
        return values;
    }

    JsonNode? Value(string name, BlockField field)
    {
        if (field.Item is not null) return Items(name, field.Item);
        if (field.Type == typeof(bool)) return form.ContainsKey(name);
        if (field.Type.IsEnum) return field.Choices.Any(choice => choice.Value == form[name]) ? form[name].ToString() : field.Choices.First().Value;
        if (field.Type == typeof(int)) return int.TryParse(form[name], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (field.Field.As is FieldShape.Picture or FieldShape.File) return form[name].ToString() is { Length: > 0 and <= 200 } key && key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? key : null;

        return Text(name, field.Field);
    }

    /// <summary>A text of the page itself or of a block.</summary>
    public string Text(string name, FieldAttribute field)
    {
        var text = form[name].ToString().ReplaceLineEndings("\n").Trim();
        if (!StorableText.IsStorable(text)) Errors[name] = words["Este texto tem um caractere invisível que não pode ser guardado. Apague-o e envie de novo."];
        else if (text.Length > field.Max) Errors[name] = words["O texto passa de {0} letras. Encurte-o.", field.Max];
        else if (field.As == FieldShape.Link && text.Length > 0 && !SafeLink.IsAllowed(text))
            Errors[name] = words["Escreva um endereço que comece com https://, mailto:, tel: ou com a barra de uma página deste site."];
        else if (field.As == FieldShape.RichText && !MarkdownText.CanRead(text)) Errors[name] = words["O texto tem recuos demais para ser mostrado. Retire alguns."];
        return text;
    }

    /// <summary>The list's own name comes once for each item, with the item's key.</summary>
    JsonArray Items(string name, Type item) => [.. form[name].Take(MostItems).Select(key => (JsonNode)Read($"{name}.{key}", item))];
}
