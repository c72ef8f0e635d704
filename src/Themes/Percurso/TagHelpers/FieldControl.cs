using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Percurso.Theme.TagHelpers;

/// <summary>The control inside a <see cref="FieldTagHelper"/>, holding what was posted last or else what the model has.</summary>
sealed class FieldControl(
    IHtmlGenerator generator,
    ViewContext view,
    ModelExpression field,
    string type,
    IEnumerable<SelectListItem> items,
    Dictionary<string, object?> attributes)
{
    public IHtmlContent Any() => type switch
    {
        "textarea" => generator.GenerateTextArea(view, field.ModelExplorer, field.Name, 4, 0, With("form-control")),
        "select" => generator.GenerateSelect(view, field.ModelExplorer, null, field.Name, items, allowMultiple: false, With("form-select")),
        "choice" => Choices(),
        "password" => generator.GeneratePassword(view, field.ModelExplorer, field.Name, null, With("form-control")),
        "file" => generator.GenerateTextBox(view, field.ModelExplorer, field.Name, null, null, With("form-control", "file")),
        "date" => generator.GenerateTextBox(view, field.ModelExplorer, field.Name, field.Model, "{0:yyyy-MM-dd}", With("form-control", "date")),
        _ => generator.GenerateTextBox(view, field.ModelExplorer, field.Name, field.Model, null, With("form-control", type)),
    };

    public IHtmlContent Checkbox() => new HtmlContentBuilder()
        .AppendHtml(generator.GenerateCheckBox(view, field.ModelExplorer, field.Name, null, attributes))
        .AppendHtml(generator.GenerateHiddenForCheckbox(view, field.ModelExplorer, field.Name));

    /// <summary>The first bears the field's own id, so that a sentence above the form can lead to it.</summary>
    HtmlContentBuilder Choices()
    {
        var id = TagBuilder.CreateSanitizedId(view.ViewData.TemplateInfo.GetFullHtmlFieldName(field.Name), "_");
        var choices = new HtmlContentBuilder();
        foreach (var (number, item) in items.Index())
        {
            var itemId = number == 0 ? id : $"{id}_{number}";
            var radio = generator.GenerateRadioButton(
                view, field.ModelExplorer, field.Name, item.Value, null, new Dictionary<string, object?>(attributes) { ["id"] = itemId });
            var label = new TagBuilder("label") { Attributes = { ["for"] = itemId } };
            label.InnerHtml.Append(item.Text);
            choices.AppendHtml("<div class=\"choice\">").AppendHtml(radio).AppendHtml(label).AppendHtml("</div>");
        }

        return choices;
    }

    Dictionary<string, object?> With(string kind, string? inputType = null)
    {
        var all = new Dictionary<string, object?>(attributes) { ["class"] = kind };
        if (inputType is not null) all["type"] = inputType;
        return all;
    }
}
