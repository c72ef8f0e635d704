using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

using Percurso.Kernel.Localization;

namespace Percurso.Theme.TagHelpers;

/// <summary>
/// <c>&lt;list-tools search="q" label="Buscar por nome"&gt;filters&lt;/list-tools&gt;</c>: the search of a list, with its filters as
/// content. A form that asks by address, so that going back and sending the link keep what was asked.
/// </summary>
[HtmlTargetElement("list-tools")]
public sealed class ListToolsTagHelper(Words words) : TagHelper
{
    /// <summary>The name in the address under which the page reads what is searched for.</summary>
    public required string Search { get; set; }

    public required string Label { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "form";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "list-tools");
        output.Attributes.SetAttribute("role", "search");

        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = "search";
        input.Attributes["class"] = "form-control";
        input.Attributes["id"] = input.Attributes["name"] = Search;
        input.Attributes["value"] = ViewContext.HttpContext.Request.Query[Search];
        output.PreContent.AppendHtml($"<div class=\"field list-search\"><label for=\"{Search}\">").Append(Label).AppendHtml("</label>")
            .AppendHtml(input).AppendHtml("</div>");
        output.PostContent.AppendHtml("<button class=\"btn\">").AppendHtml(ViewContext.HttpContext.Icon("search"))
            .Append(words["Buscar"]).AppendHtml("</button>");
    }
}

/// <summary>
/// <c>&lt;th sort="name"&gt;Nome&lt;/th&gt;</c>: a heading that sorts by its column and says whether it does. The address carries
/// <c>ordem=name</c>, or <c>ordem=-name</c> for the other way round.
/// </summary>
[HtmlTargetElement("th", Attributes = "sort")]
public sealed class SortTagHelper : TagHelper
{
    public required string Sort { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var (isUp, isDown) = (request.Query["ordem"] == Sort, request.Query["ordem"] == $"-{Sort}");
        if (isUp || isDown) output.Attributes.SetAttribute("aria-sort", isUp ? "ascending" : "descending");
        output.Attributes.SetAttribute("scope", "col");

        var link = new TagBuilder("a") { TagRenderMode = TagRenderMode.StartTag };
        link.AddCssClass("sort");
        link.Attributes["href"] = Addresses.With(request, "ordem", isUp ? $"-{Sort}" : Sort);
        output.PreContent.AppendHtml(link);
        if (isUp) output.PostContent.AppendHtml("<span class=\"sort-up\">").AppendHtml(ViewContext.HttpContext.Icon("chevron-down")).AppendHtml("</span>");
        if (isDown) output.PostContent.AppendHtml(ViewContext.HttpContext.Icon("chevron-down"));
        output.PostContent.AppendHtml("</a>");
    }
}

/// <summary>
/// <c>&lt;pager page="2" size="25" total="61" /&gt;</c>: which part of a list this is, and the way to the rest. The address carries
/// <c>pagina=2</c>. Nothing where all fits.
/// </summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper(Words words) : TagHelper
{
    /// <summary>The page shown, from 1.</summary>
    public int Page { get; set; }

    public int Size { get; set; }
    public int Total { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Total <= Size)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", words["Partes da lista"]);
        output.Content.AppendHtml("<p>")
            .Append(words["{0}–{1} de {2}", (Page - 1) * Size + 1, Math.Min(Page * Size, Total), Total])
            .AppendHtml("</p><div class=\"actions\">");
        if (Page > 1) output.Content.AppendHtml(Link(Page - 1, "prev", words["Anteriores"]));
        if (Page * Size < Total) output.Content.AppendHtml(Link(Page + 1, "next", words["Próximas"]));
        output.Content.AppendHtml("</div>");
    }

    TagBuilder Link(int page, string rel, string text)
    {
        var link = new TagBuilder("a");
        link.AddCssClass("btn");
        link.Attributes["rel"] = rel;
        link.Attributes["href"] = Addresses.With(ViewContext.HttpContext.Request, "pagina", $"{page}");
        link.InnerHtml.Append(text);
        return link;
    }
}
