using Percurso.Testing;

namespace Percurso.Domain.Tests.Sources;

public sealed class TranslationTests
{
    [Fact]
    public void Every_word_of_the_product_is_known_in_English_and_none_is_left_over() =>
        Guard.Demand(new Translated(Repository.At("src"), ["en"], ["Kernel", "Theme"]).Defects());

    [Fact]
    public void A_missing_word_is_named() => Seen(
        """return T["Enviar caso"];""",
        "",
        "Cases/Page.cs:1 says \"Enviar caso\", which has no translation (Cases, en).");

    [Fact]
    public void A_word_that_nobody_says_is_named() => Seen(
        "",
        """
        msgid "Enviar caso"
        msgstr "Send the case"
        """,
        "Cases/Localization/en.po holds \"Enviar caso\", which nobody says.");

    [Fact]
    public void A_lost_gap_is_named() => Seen(
        """words["Caso {0}", number]; Page(Words words)""",
        """
        msgid "Caso {0}"
        msgstr "Case"
        """,
        "Cases/Page.cs:1 says \"Caso {0}\", whose translation has other gaps {…} (Cases, en).");

    [Fact]
    public void A_lost_plural_is_named() => Seen(
        """T.Plural(Count(a, b), "{0} carta", "{0} cartas")""",
        """
        msgid "{0} carta"
        msgstr "{0} letter"
        """,
        "Cases/Page.cs:1 says \"{0} carta\", whose translation lacks a plural form (Cases, en).");

    [Fact]
    public void Words_that_two_modules_put_differently_are_named()
    {
        using var folder = new TemporaryFolder();
        foreach (var (project, text) in new[] { ("Cases", "Until"), ("Shipping", "Up to") })
        {
            folder.Write($"{project}/{project}.csproj", "<Project />");
            folder.Write($"{project}/Page.cs", """return T["Até"];""");
            folder.Write($"{project}/Localization/en.po", $"msgid \"Até\"\nmsgstr \"{text}\"\n");
        }

        var defect = Assert.Single(new Translated(folder.Path, ["en"], []).Defects());

        Assert.StartsWith("\"Até\" is ", defect);
        Assert.Contains("\"Until\" in Cases", defect);
        Assert.Contains("\"Up to\" in Shipping", defect);
    }

    [Fact]
    public void Words_put_together_at_run_time_are_named() => Seen(
        """T[$"Caso {number}"]""",
        "",
        "Cases/Page.cs:1 puts its words together at run time: no translation can be found for them.");

    [Theory]
    [InlineData("""T["Uma \"palavra\""]""", "Uma \"palavra\"")]
    [InlineData(""""T[@"Uma ""palavra""", 3]"""", "Uma \"palavra\"")]
    [InlineData("""""T["""Uma "palavra"."""]""""", "Uma \"palavra\".")]
    [InlineData("""T["Uma " + "palavra"]""", "Uma palavra")]
    [InlineData("""<a title="@T["Uma palavra"]">""", "Uma palavra")]
    [InlineData("""throw new RuleBrokenException("Uma palavra.")""", "Uma palavra.")]
    [InlineData("""Obstacle<Case> NoScan = new("Uma palavra.", c => true)""", "Uma palavra.")]
    [InlineData("""[Required(ErrorMessage = "Uma palavra.")]""", "Uma palavra.")]
    [InlineData("""public static string Refusal => "Uma palavra.";""", "Uma palavra.")]
    [InlineData("""[Field("Palavra", Max = 3)]""", "Palavra")]
    [InlineData("""public static BlockKind Kind { get; } = new("word", "Palavra", "icon", "/Word.cshtml");""", "Palavra")]
    [InlineData("""public static readonly Rule Word = new("file.word", "Palavra", new(1, 2));""", "Palavra")]
    [InlineData("""public static readonly FactKind Word = new("file.word", "Palavra");""", "Palavra")]
    [InlineData("""new AuditAct("cases.word-said", "Disse a palavra")""", "Disse a palavra")]
    [InlineData("""new(Menu.Site, "Palavra", "/palavra", 10)""", "Palavra")]
    [InlineData("""new(Menu.Site, Text, "/palavra", 10, Group: "Palavra")""", "Palavra")]
    [InlineData("""AddPermissions(new(ContentPermissions.Read, "Ler as palavras", "staff"))""", "Ler as palavras")]
    public void Words_are_found_wherever_the_product_says_them(string source, string key) =>
        Assert.Equal([key], WordsInSource.Of(source).Select(saying => saying.Key));

    static void Seen(string code, string translations, string defect)
    {
        using var folder = new TemporaryFolder();
        folder.Write("Cases/Cases.csproj", "<Project />");
        folder.Write("Cases/Page.cs", code);
        folder.Write("Cases/Localization/en.po", translations);

        Assert.Equal([defect], new Translated(folder.Path, ["en"], []).Defects());
    }
}
