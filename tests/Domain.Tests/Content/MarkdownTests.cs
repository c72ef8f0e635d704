using AngleSharp.Dom;
using AngleSharp.Html.Parser;

using FsCheck;
using FsCheck.Fluent;

using Percurso.Content.Texts;

namespace Percurso.Domain.Tests.Content;

/// <summary>
/// Whatever people write, only the elements of formatted text come out, and no address that could run a script. The texts are put together at
/// random out of the pieces such attacks are made of. It has found one bug by itself: links that may not be were once taken out of Markdig's tree, after
/// which the tree no longer told of other links, and <c>&lt;javascript:…&gt;</c> went out as a link when enough of them stood in one paragraph.
/// <see cref="The_judge_sees_what_must_not_be"/> keeps the judge honest.
/// </summary>
public sealed class MarkdownTests
{
    static readonly HashSet<string> elements =
        ["P", "H2", "H3", "H4", "H5", "H6", "UL", "OL", "LI", "BLOCKQUOTE", "HR", "BR", "EM", "STRONG", "CODE", "PRE", "A"];

    static readonly string[] pieces =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<a href=\"javascript:alert(1)\">x</a>", "<javascript:alert(1)>", "<JAVASCRIPT:alert(1)>",
        "<data:text/html,x>", "<vbscript:x>", "[x](javascript:alert(1))", "[x](java\nscript:alert(1))", "[x](<java\tscript:alert(1)>)", "[x](&#106;avascript:alert(1))", "[x](\\javascript:alert(1))",
        "![x](javascript:alert(1))", "![x\" onerror=\"alert(1)](/a)", "[x](/a \"onmouseover=alert(1)\")", "[x](/a '\"><script>')", "[a]: javascript:alert(1)\n\n[a]", "[a]: <data:x> '>'\n\n[a]", "[x](//evil.example)",
        "<!--", "-->", "<![CDATA[", "]]>", "<?php", "<style>", "</p>", "&lt;script&gt;", "&#60;script&#62;", "```html\n<b>\n```", "``` \"onx=1\n", "`<b>`", "    <b>\n", "# ", "## ", "> ", "- ", "1. ", "***", "**", "_", "~~", "|", "---\n",
        "\n\n", "\n", " ", "\t", "\\", "[", "]", "(", ")", "<", ">", "\"", "'", "&", "=", "http://a", "www.a.com", "a@b.c", "https://a/\"onx=1", "texto", "ação", "\u0000", "\u2028", "\uFEFF", "javascript:", "{.a onclick=x}",
    ];

    static readonly HtmlParser parser = new();

    [Fact]
    public void No_text_becomes_markup_of_its_writers()
    {
        var texts = Gen.Elements(pieces).ListOf().Select(some => string.Concat(some));
        Prop.ForAll(texts.ToArbitrary(), text => Wrong(MarkdownText.Render(text)) is not { } wrong ? true : throw new InvalidOperationException($"{wrong}: {text}"))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2500).WithEndSize(24));
    }

    [Theory]
    [InlineData("<p>a</p><script>1</script>")]
    [InlineData("<p onclick=\"x\">a</p>")]
    [InlineData("<p><a href=\"javascript:x\">a</a></p>")]
    [InlineData("<p><a href=\"//evil.example\">a</a></p>")]
    [InlineData("<p><img src=\"/a\"></p>")]
    [InlineData("<p>a</p><!-- b -->")]
    public void The_judge_sees_what_must_not_be(string html) => Assert.NotNull(Wrong(html));

    [Theory]
    [InlineData("# Título", "<h2>Título</h2>")]
    [InlineData("**forte** e *leve*", "<p><strong>forte</strong> e <em>leve</em></p>")]
    [InlineData("[Contato](/contato)", "<p><a href=\"/contato\">Contato</a></p>")]
    [InlineData("[**x** y](javascript:alert(1))", "<p><strong>x</strong> y</p>")]
    [InlineData("![foto](/a.png)", "<p>foto</p>")]
    [InlineData("<javascript:alert(1)>[x](\\javascript:alert(1))![x](javascript:alert(1))[x](javascript:alert(1))", "<p>javascript:alert(1)xxx</p>")]
    [InlineData("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>")]
    public void Text_is_shown_as_it_is_meant(string markdown, string html) => Assert.Equal(html, MarkdownText.Render(markdown).Trim());

    [Fact]
    public void A_text_that_nests_too_deeply_is_shown_as_it_was_typed()
    {
        var deep = new string('>', 5000) + "<script>";

        Assert.False(MarkdownText.CanRead(deep));
        Assert.Null(Wrong(MarkdownText.Render(deep)));
    }

    /// <summary>What a browser would make of it that it must not; null for nothing.</summary>
    static string? Wrong(string html)
    {
        var document = parser.ParseDocument($"<body>{html}");
        foreach (var node in document.Body!.Descendants())
        {
            if (node is IComment) return "a comment";
            if (node is not IElement element) continue;
            if (!elements.Contains(element.TagName)) return $"an element {element.TagName}";
            foreach (var attribute in element.Attributes)
                if (!IsAllowed(element, attribute)) return $"an attribute {attribute.Name}=\"{attribute.Value}\" of {element.TagName}";
        }

        return document.Head!.ChildElementCount > 0 ? "something in the head" : null;
    }

    static bool IsAllowed(IElement element, IAttr attribute) => (element.TagName, attribute.Name) switch
    {
        ("A", "href") => SafeLink.IsAllowed(Uri.UnescapeDataString(attribute.Value)) || SafeLink.IsAllowed(attribute.Value),
        ("A", "title") or ("OL", "start") or ("OL", "type") => true,
        ("CODE", "class") => attribute.Value.StartsWith("language-", StringComparison.Ordinal),
        _ => false,
    };
}
