using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

using Percurso.Kernel.Localization;

namespace Percurso.Theme.TagHelpers;

/// <summary>
/// <c>&lt;error-summary /&gt;</c>, first in a form: after a refused post, every sentence, each leading to its field. It takes the
/// focus, so that it is the first thing read.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(Words words) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var refused = ViewContext.ViewData.ModelState
            .OrderBy(field => Place(ViewContext.ViewData.ModelMetadata, field.Key))
            .SelectMany(field => field.Value!.Errors.Take(1), (field, error) => (field.Key, error.ErrorMessage))
            .ToList();
        if (refused.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.Add(new TagHelperAttribute("autofocus"));

        output.Content.AppendHtml("<h2>").AppendHtml(ViewContext.HttpContext.Icon("alert-circle"))
            .Append(words["Nada foi enviado ainda. O que você escreveu continua aqui."]).AppendHtml("</h2><ul>");
        foreach (var (key, sentence) in refused) output.Content.AppendHtml("<li>").AppendHtml(Line(key, sentence)).AppendHtml("</li>");
        output.Content.AppendHtml("</ul>");
    }

    /// <summary>Where the field stands in its form, which asks in the order in which its model declares.</summary>
    static int Place(ModelMetadata model, string key)
    {
        var place = 0;
        foreach (var name in key.Split('.'))
        {
            var (index, property) = model.Properties.Index().FirstOrDefault(one => one.Item.PropertyName == name);
            if (property is null) break;
            (place, model) = (place * 100 + index + 1, property);
        }

        return place;
    }

    static TagBuilder Line(string key, string sentence)
    {
        var line = new TagBuilder(key.Length == 0 ? "span" : "a");
        if (key.Length > 0) line.Attributes["href"] = $"#{TagBuilder.CreateSanitizedId(key, "_")}";
        line.InnerHtml.Append(sentence);
        return line;
    }
}

/// <summary>Forms are checked by the server, which says what is wrong in the product's own words and the reader's language.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PlainFormTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Attributes.Add(new TagHelperAttribute("novalidate"));
}
