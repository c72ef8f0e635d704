using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Percurso.Theme.TagHelpers;

/// <summary>
/// <c>&lt;empty-state icon="inbox" title="Nenhuma mensagem"&gt;…&lt;/empty-state&gt;</c>: what a list shows when nothing is in it.
/// The content says why and offers the next act.
/// </summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTagHelper : TagHelper
{
    public required string Icon { get; set; }
    public required string Title { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "empty-state");
        output.PreContent.AppendHtml(ViewContext.HttpContext.Icon(Icon)).AppendHtml("<h2>").Append(Title).AppendHtml("</h2>");
    }
}
