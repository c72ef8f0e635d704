using System.Text;
using System.Text.RegularExpressions;

using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Percurso.Kernel.Mail;

/// <summary>Reads a letter's HTML as plain text: paragraphs apart, list items with a dash, addresses written out behind their links.</summary>
static partial class LetterText
{
    public static string Of(string html)
    {
        var body = new HtmlParser().ParseDocument(html).Body!;
        foreach (var unread in body.QuerySelectorAll("style, script, [hidden], [aria-hidden=true]").ToList()) unread.Remove();

        var text = new StringBuilder();
        Write(body, text);
        var lines = text.ToString().Split('\n').Select(line => Spaces().Replace(line, " ").Trim());
        return BlankLines().Replace(string.Join('\n', lines), "\n\n").Trim() + "\n";
    }

    static void Write(INode node, StringBuilder text)
    {
        switch (node)
        {
            case IText words:
                text.Append(words.Data.ReplaceLineEndings(" "));
                return;
            case IElement { LocalName: "br" }:
                text.Append('\n');
                return;
            case IElement { LocalName: "a" } link when link.GetAttribute("href") is { } href && href != link.TextContent.Trim():
                text.Append(link.TextContent.Trim()).Append(" (").Append(href.Replace("mailto:", "", StringComparison.Ordinal)).Append(')');
                return;
        }

        var block = node is IElement { LocalName: "p" or "h1" or "h2" or "h3" or "ul" or "ol" or "table" or "tr" or "div" or "blockquote" };
        var item = node is IElement { LocalName: "li" };
        if (block) text.Append("\n\n");
        if (item) text.Append("\n- ");
        foreach (var child in node.ChildNodes) Write(child, text);
        if (block) text.Append("\n\n");
    }

    [GeneratedRegex(@"[ \t\u00A0]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex BlankLines();
}
