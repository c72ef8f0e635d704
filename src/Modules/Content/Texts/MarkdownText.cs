using Markdig;
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
        foreach (var link in document.Descendants<LinkInline>().Where(link => link.IsImage || !SafeLink.IsAllowed(link.Url)).ToList()) Unwrap(link);
        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !SafeLink.IsAllowed(link.Url)).ToList())
            link.ReplaceBy(new LiteralInline(link.Url));
        return document.ToHtml(pipeline);
    }

    /// <summary>Leaves the words of a link where it stood.</summary>
    static void Unwrap(LinkInline link)
    {
        while (link.FirstChild is { } word)
        {
            word.Remove();
            link.InsertBefore(word);
        }

        link.Remove();
    }
}
