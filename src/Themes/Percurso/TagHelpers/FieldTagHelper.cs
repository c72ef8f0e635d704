using System.Net;

using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

using Percurso.Kernel.Localization;

namespace Percurso.Theme.TagHelpers;

/// <summary>
/// <c>&lt;field asp-for="Email" label="E-mail" type="email" autocomplete="email" /&gt;</c>: label, control, hint and, after a refused
/// post, the sentence beside it; what was typed stays. <c>type</c> is that of an input, or <c>textarea</c>, <c>select</c>,
/// <c>checkbox</c>, <c>choice</c> (one of <c>items</c>, as radio buttons). Any other attribute goes to the control.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(IHtmlGenerator generator, Words words) : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }
    public string? Hint { get; set; }
    public string Type { get; set; } = "text";

    /// <summary>What a <c>select</c> or a <c>choice</c> chooses among.</summary>
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var error = ViewContext.ViewData.ModelState.GetValueOrDefault(name)?.Errors.FirstOrDefault()?.ErrorMessage;
        var control = new FieldControl(generator, ViewContext, For, Type, Items, Attributes(output, id, error));
        output.Attributes.Clear();

        output.TagName = Type == "choice" ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        var content = output.Content.SetHtmlContent("");

        if (Type == "checkbox")
        {
            content.AppendHtml("<div class=\"choice\">").AppendHtml(control.Checkbox()).AppendHtml(Named("label", id)).AppendHtml("</div>");
            if (Hint is not null) content.AppendHtml(Sentence("field-hint", $"{id}-hint", Hint));
        }
        else
        {
            content.AppendHtml(Type == "choice" ? Named("legend", null) : Named("label", id));
            if (Hint is not null) content.AppendHtml(Sentence("field-hint", $"{id}-hint", Hint));
            content.AppendHtml(control.Any());
        }

        if (error is not null) content.AppendHtml(Sentence("field-error", $"{id}-error", error));
    }

    bool IsRequired => For.Metadata.IsRequired && Type != "checkbox";

    Dictionary<string, object?> Attributes(TagHelperOutput output, string id, string? error)
    {
        var attributes = output.Attributes.ToDictionary(attribute => attribute.Name, attribute => (object?)Plain(attribute.Value));
        string?[] described = [Hint is null ? null : $"{id}-hint", error is null ? null : $"{id}-error"];
        if (described.Any(part => part is not null)) attributes["aria-describedby"] = string.Join(' ', described.OfType<string>());
        if (error is not null) attributes["aria-invalid"] = "true";
        if (IsRequired) attributes["required"] = "required";
        return attributes;
    }

    // Razor hands over what a view computes already encoded; the control encodes again.
    static string Plain(object? value) =>
        value is IHtmlContent ? WebUtility.HtmlDecode(value.ToString()) ?? "" : value?.ToString() ?? "";

    TagBuilder Named(string tag, string? id)
    {
        var label = new TagBuilder(tag);
        if (id is not null) label.Attributes["for"] = id;
        label.InnerHtml.Append(Label);
        if (IsRequired) label.InnerHtml.AppendHtml(" <span class=\"field-mark\">").Append(words["obrigatório"]).AppendHtml("</span>");
        return label;
    }

    TagBuilder Sentence(string kind, string id, string text)
    {
        var sentence = new TagBuilder("p") { Attributes = { ["id"] = id, ["class"] = kind } };
        if (kind == "field-error") sentence.InnerHtml.AppendHtml(ViewContext.HttpContext.Icon("alert-circle"));
        sentence.InnerHtml.AppendHtml("<span>").Append(text).AppendHtml("</span>");
        return sentence;
    }
}
