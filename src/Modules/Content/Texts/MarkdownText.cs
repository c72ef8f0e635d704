using System.Globalization;

using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

using Microsoft.AspNetCore.Html;

namespace Percurso.Content.Texts;

/// <summary>
/// Formatted text as people write it in the editor: CommonMark without HTML. Links lead only where <see cref="SafeLink"/> allows,
/// pictures have blocks of their own, and headings begin below the page's.
/// </summary>
static class MarkdownText
{
    static readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static IHtmlContent Html(string markdown) => new HtmlString(Render(markdown));

    /// <summary>Its words without the formatting.</summary>
    public static string Plain(string markdown) => CanRead(markdown) ? Markdown.ToPlainText(markdown, pipeline) : markdown;

    /// <summary>Whether it nests no deeper than can be shown.</summary>
    public static bool CanRead(string markdown)
    {
        try
        {
            Markdown.Parse(markdown, pipeline);
            return true;
        }
        catch (ArgumentException)   // Markdig's answer to hundreds of levels
        {
            return false;
        }
    }

    /// <summary>As HTML that holds no markup of the writer's own.</summary>
    public static string Render(string markdown)
    {
        if (!CanRead(markdown)) return $"<p>{System.Net.WebUtility.HtmlEncode(markdown)}</p>\n";

        var document = Markdown.Parse(markdown, pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Min(heading.Level + 1, 6);

        using var html = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(html);
        pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new AllowedLinks());
        renderer.ObjectRenderers.ReplaceOrAdd<AutolinkInlineRenderer>(new AllowedAutolinks());
        renderer.Render(document);
        return html.ToString();
    }

    /// <summary>Of a link that may not be, or a picture, only the words are written. (Taking it out of Markdig's tree would leave others behind unseen.)</summary>
    sealed class AllowedLinks : LinkInlineRenderer
    {
        protected override void Write(HtmlRenderer renderer, LinkInline obj)
        {
            if (!obj.IsImage && SafeLink.IsAllowed(obj.GetDynamicUrl?.Invoke() ?? obj.Url)) base.Write(renderer, obj);
            else renderer.WriteChildren(obj);
        }
    }

    sealed class AllowedAutolinks : AutolinkInlineRenderer
    {
        protected override void Write(HtmlRenderer renderer, AutolinkInline obj)
        {
            if (obj.IsEmail || SafeLink.IsAllowed(obj.Url)) base.Write(renderer, obj);
            else renderer.WriteEscape(obj.Url);
        }
    }
}
