using System.Text;
using System.Text.RegularExpressions;

using AngleSharp.Dom;
using AngleSharp.Html.Parser;

using Percurso.Content.Texts;

namespace Percurso.Content.Orchard;

/// <summary>A stretch of text in Markdown, or a picture that stood in it.</summary>
sealed record Piece(string? Markdown, string? Picture = null, string? Alt = null);

/// <summary>
/// Writes HTML as Markdown: headings, paragraphs, lists, quotations, code, links, emphasis. Pictures become pieces of their own. What else an
/// element does is left out; its words stay, save those of scripts, styles, forms and frames.
/// </summary>
sealed partial class HtmlToMarkdown
{
    static readonly HashSet<string> silent = ["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "IFRAME", "OBJECT", "EMBED", "SVG", "MATH", "FORM", "INPUT", "SELECT", "TEXTAREA", "BUTTON", "HEAD"];
    static readonly HashSet<string> blocks = ["P", "DIV", "SECTION", "ARTICLE", "HEADER", "FOOTER", "MAIN", "ASIDE", "FIGURE", "FIGCAPTION", "TABLE", "TBODY", "THEAD", "TR", "DL", "DT", "DD", "ADDRESS", "BODY"];

    readonly List<Piece> pieces = [];
    readonly StringBuilder text = new();

    public static IReadOnlyList<Piece> Of(string html)
    {
        var writer = new HtmlToMarkdown();
        writer.Children(new HtmlParser().ParseDocument(html).Body!, "");
        writer.Close();
        return writer.pieces;
    }

    void Close()
    {
        var markdown = ManyLines().Replace(text.ToString(), "\n\n").Trim();
        if (markdown.Length > 0) pieces.Add(new(markdown));
        text.Clear();
    }

    void Children(INode node, string prefix)
    {
        foreach (var child in node.ChildNodes) Write(child, prefix);
    }

    void Write(INode node, string prefix)
    {
        if (node is IText words) text.Append(Escape(Gaps().Replace(words.Data, " ")));
        if (node is not IElement element || silent.Contains(element.TagName)) return;

        switch (element.TagName)
        {
            case "H1" or "H2": Block($"{prefix}# ", Inline(element)); break;
            case "H3" or "H4" or "H5" or "H6": Block($"{prefix}## ", Inline(element)); break;
            case "UL" or "OL": List(element, prefix); break;
            case "BLOCKQUOTE": Quote(element); break;
            case "PRE": Block("", "```\n" + element.TextContent.Trim('\n').Replace("```", "'''", StringComparison.Ordinal) + "\n```"); break;
            case "HR": Block("", "---"); break;
            case "BR": text.Append("\\\n"); break;
            case "IMG": Picture(element); break;
            case "STRONG" or "B": Around(element, "**"); break;
            case "EM" or "I": Around(element, "*"); break;
            case "CODE": text.Append('`').Append(element.TextContent.Replace('`', '\'')).Append('`'); break;
            case "A": Link(element); break;
            case var tag when blocks.Contains(tag): Lines(); Children(element, prefix); Lines(); break;
            default: Children(element, prefix); break;
        }
    }

    void Lines() => text.Append("\n\n");

    void Block(string before, string words)
    {
        Lines();
        if (words.Trim().Length > 0) text.Append(before).Append(words.Trim());
        Lines();
    }

    void List(IElement list, string prefix)
    {
        if (prefix.Length == 0) Lines();
        var number = 1;
        foreach (var item in list.Children.Where(item => item.TagName == "LI"))
        {
            var mark = list.TagName == "OL" ? $"{number++}. " : "- ";
            var inner = string.Join("\n\n", Of(item.InnerHtml).Select(piece => piece.Markdown).OfType<string>());
            text.Append('\n').Append(mark).Append(inner.Replace("\n", "\n" + new string(' ', mark.Length), StringComparison.Ordinal));
        }

        Lines();
    }

    void Quote(IElement quote)
    {
        var inner = string.Join("\n\n", Of(quote.InnerHtml).Select(piece => piece.Markdown).OfType<string>());
        Block("> ", inner.Replace("\n", "\n> ", StringComparison.Ordinal));
    }

    void Picture(IElement picture)
    {
        Close();
        if (picture.GetAttribute("src") is { Length: > 0 } source) pieces.Add(new(null, source, picture.GetAttribute("alt")));
    }

    void Around(IElement element, string mark)
    {
        var inner = Inline(element);
        if (inner.Trim().Length == 0) return;

        if (char.IsWhiteSpace(inner[0])) text.Append(' ');
        text.Append(mark).Append(inner.Trim()).Append(mark);
        if (char.IsWhiteSpace(inner[^1])) text.Append(' ');
    }

    void Link(IElement link)
    {
        var words = Inline(link).Trim();
        var address = link.GetAttribute("href")?.Trim() ?? "";
        if (address.StartsWith("~/", StringComparison.Ordinal)) address = address[1..];
        if (words.Length == 0) return;

        if (SafeLink.IsAllowed(address) && !address.Any(letter => letter is '(' or ')' or '<' or '>')) text.Append('[').Append(words).Append("](").Append(address).Append(')');
        else text.Append(words);
    }

    /// <summary>What stands inside, in one line; pictures in it become pieces before it.</summary>
    string Inline(IElement element)
    {
        foreach (var picture in element.QuerySelectorAll("img")) Picture(picture);
        var inner = new HtmlToMarkdown();
        foreach (var child in element.ChildNodes.Where(child => child is not IElement { TagName: "IMG" })) inner.Write(child, "");
        return Gaps().Replace(inner.text.ToString(), " ");
    }

    /// <summary>Signs that Markdown would read as its own.</summary>
    static string Escape(string words) => Signs().Replace(words, @"\$0");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Gaps();

    [GeneratedRegex(@"\n(?:[ \t]*\n)+")]
    private static partial Regex ManyLines();

    [GeneratedRegex(@"[\\`*_\[\]<>#|~]|(?<=^|\n)[-+](?= )|(?<=^\d+)\.(?= )")]
    private static partial Regex Signs();
}
