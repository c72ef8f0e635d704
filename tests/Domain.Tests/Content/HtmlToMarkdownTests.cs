using Percurso.Content.Orchard;

namespace Percurso.Domain.Tests.Content;

public sealed class HtmlToMarkdownTests
{
    [Theory]
    [InlineData("<h1>Sobre</h1><p>Um <strong>bom</strong> dia,<br>todos.</p>", "# Sobre\n\nUm **bom** dia,\\\ntodos.")]
    [InlineData("<ul><li>um</li><li>dois <em>e meio</em></li></ul>", "- um\n- dois *e meio*")]
    [InlineData("<ol><li>um<ul><li>dentro</li></ul></li></ol>", "1. um\n\n   - dentro")]
    [InlineData("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n> \n> b")]
    [InlineData("<p><a href='/contato'>fale</a> <a href='javascript:alert(1)'>não</a></p>", "[fale](/contato) não")]
    [InlineData("<p>1 * 2 &lt;b&gt; [x] #</p>", "1 \\* 2 \\<b\\> \\[x\\] \\#")]
    [InlineData("<script>alert(1)</script><style>p{}</style><iframe src='x'>y</iframe><p>fica</p>", "fica")]
    public void Markup_becomes_markdown(string html, string markdown) =>
        Assert.Equal(markdown, Assert.Single(HtmlToMarkdown.Of(html)).Markdown);

    [Fact]
    public void Pictures_stand_between_texts()
    {
        var pieces = HtmlToMarkdown.Of("<p>antes</p><p><img src='/media/a.jpg' alt='A'></p><p>depois</p>");

        Assert.Equal([new("antes"), new(null, "/media/a.jpg", "A"), new("depois")], pieces);
    }
}
