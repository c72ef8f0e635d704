using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

using Percurso.Theme.Contracts;

namespace Percurso.Theme.TagHelpers;

/// <summary><c>&lt;status kind="Ok"&gt;Pago&lt;/status&gt;</c>: how one thing stands, in a few words, with its icon.</summary>
[HtmlTargetElement("status")]
public sealed class StatusTagHelper : TagHelper
{
    public Kind Kind { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"status status-{Kind.Suffix()}");
        output.PreContent.SetHtmlContent(ViewContext.HttpContext.Icon(Kind.Icon()));
    }
}

/// <summary><c>&lt;notice kind="Warn"&gt;…&lt;/notice&gt;</c>: a sentence that stands by itself on the page.</summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTagHelper : TagHelper
{
    public Kind Kind { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"notice notice-{Kind.Suffix()}");
        output.PreContent.AppendHtml(ViewContext.HttpContext.Icon(Kind.Icon())).AppendHtml("<div>");
        output.PostContent.AppendHtml("</div>");
    }
}

/// <summary>
/// <c>&lt;notices /&gt;</c>: the sentence the last page left for this one (<see cref="Notices"/>), read out by screen readers.
/// The layouts have it; a page needs it only under a layout of its own.
/// </summary>
[HtmlTargetElement("notices", TagStructure = TagStructure.WithoutEndTag)]
public sealed class NoticesTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // Whoever asks for what waits deletes the cookie it waits in, also where there is none; and an answer with a cookie cannot be kept.
        var isWaiting = ViewContext.HttpContext.Request.Cookies.ContainsKey(CookieTempDataProvider.CookieName);
        if (!isWaiting || ViewContext.TempData[Notices.Key] is not (string[] and [var name, var sentence]) || !Enum.TryParse<Kind>(name, out var kind))
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"notice notice-{kind.Suffix()}");
        output.Attributes.SetAttribute("role", kind == Kind.Bad ? "alert" : "status");
        output.Content.AppendHtml(ViewContext.HttpContext.Icon(kind.Icon()));
        output.Content.AppendHtml("<p>").Append(sentence).AppendHtml("</p>");
    }
}
