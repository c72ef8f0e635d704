using Percurso.Content.Domain.Pages;
using Percurso.Content.Texts;
using Percurso.Kernel;

namespace Percurso.Domain.Tests.Content;

public sealed class AddressTests
{
    static readonly DateTime now = new(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("Quem somos", "quem-somos")]
    [InlineData("  Implantes & Guias: Ação!  ", "implantes-guias-acao")]
    [InlineData("/servicos//Guias Cirúrgicos/", "servicos/guias-cirurgicos")]
    [InlineData("../../etc/passwd", "etc/passwd")]
    [InlineData("<script>", "script")]
    [InlineData("a%2Fb\\c", "a-2fb-c")]
    public void What_people_type_becomes_an_address(string typed, string address) => Assert.Equal(address, PageAddress.Parse(typed));

    [Theory]
    [InlineData("")]
    [InlineData("///")]
    [InlineData("Здравствуйте")]
    [InlineData("en")]
    [InlineData("en/about")]
    public void What_is_no_address_is_refused(string typed) => Assert.Throws<RuleBrokenException>(() => PageAddress.Parse(typed));

    [Fact]
    public void An_address_of_300_letters_is_refused() => Assert.Throws<RuleBrokenException>(() => PageAddress.Parse(new('a', 300)));

    [Fact]
    public void A_title_that_has_no_letters_for_an_address_gets_one_all_the_same() => Assert.Equal("pagina", PageAddress.From("Здравствуйте"));

    [Theory]
    [InlineData("/", "pt-BR", "")]
    [InlineData("/quem-somos", "pt-BR", "quem-somos")]
    [InlineData("/en", "en", "")]
    [InlineData("/en/about", "en", "about")]
    [InlineData("/english", "pt-BR", "english")]
    public void The_address_names_the_language(string path, string culture, string address)
    {
        Assert.Equal((culture, address), PageAddress.Of(path) is var (found, at) ? (found.Name, at) : default);
        Assert.Equal(path, PageAddress.PathOf(culture, address));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/a\tb")]
    [InlineData("quem-somos")]
    public void A_redirect_never_leaves_the_site(string target) => Assert.Throws<RuleBrokenException>(() => Redirect.Written("/velho", target, [], now));

    [Fact]
    public void Redirects_never_lead_in_a_circle()
    {
        var one = Redirect.Written("/a", "/b", [], now);
        var two = Redirect.Written("/b", "/c", [one], now);

        Assert.Throws<RuleBrokenException>(() => Redirect.Written("/a", "/a", [], now));
        Assert.Throws<RuleBrokenException>(() => Redirect.Written("/c", "/a", [one, two], now));
        Assert.Throws<RuleBrokenException>(() => Redirect.Written("/a", "/d", [one, two], now));
        Assert.Throws<RuleBrokenException>(() => Redirect.Written("/", "/d", [], now));
    }

    [Theory]
    [InlineData("https://example.com/a?b=c", true)]
    [InlineData("mailto:ana@example.com", true)]
    [InlineData("tel:+551130000000", true)]
    [InlineData("/contato", true)]
    [InlineData("#horarios", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("JaVaScRiPt:alert(1)", false)]
    [InlineData("java\tscript:alert(1)", false)]
    [InlineData("\u0001javascript:alert(1)", false)]
    [InlineData("data:text/html,<script>", false)]
    [InlineData("vbscript:x", false)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("https:", false)]
    [InlineData("contato", false)]
    [InlineData("", false)]
    public void A_link_leads_where_it_may(string address, bool allowed) => Assert.Equal(allowed, SafeLink.IsAllowed(address));
}
