using Percurso.Testing;

namespace Percurso.Domain.Tests.Sources;

public sealed class BareTextTests
{
    [Fact]
    public void Views_say_nothing_that_cannot_be_translated() => Guard.Demand([.. Modules.Assemblies.SelectMany(BareText.In)]);

    [Theory]
    [InlineData("<p>Bom <b>dia</b></p>", "Bom|dia")]
    [InlineData("<img alt='Uma arcada' src='a.svg'>", "Uma arcada")]
    [InlineData("<p>1 · 2 &rarr; R$</p><code>Percurso.Web</code><b translate=no>Percurso</b><a lang=en>English</a>", "")]
    [InlineData("<script>let words = 1</script>", "")]
    public void Bare_words_are_named(string markup, string words) => Assert.Equal(words, string.Join('|', BareText.InMarkup(markup)));

    [Fact]
    public void Bare_words_of_a_compiled_view_are_named() =>
        Assert.Equal(
            ["/Sources/Bare.cshtml says \"Bom dia\" without T.", "/Sources/Bare.cshtml says \"Uma dica\" without T."],
            BareText.In(typeof(BareTextTests).Assembly).Select(defect => defect.Replace("Percurso.Domain.Tests", "", StringComparison.Ordinal)).Order());
}
