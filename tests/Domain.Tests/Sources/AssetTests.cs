using Percurso.Testing;

namespace Percurso.Domain.Tests.Sources;

public sealed class AssetTests
{
    [Fact]
    public void Every_asset_a_view_names_was_built() => Guard.Demand(Assets.MissingIn(Repository.At("src")));

    [Fact]
    public void An_asset_that_nobody_built_is_named()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Cases/Cases.csproj", "<Project />");
        folder.Write("Cases/wwwroot/viewer.js", "");
        folder.Write("Cases/wwwroot/viewer.css", "a { src: url(fonts/sans.woff2?v=1) } b { background: url(data:image/png;base64,AA) }");
        folder.Write("Cases/Pages/Case.cshtml", """
            <script src="~/_content/Percurso.Cases/viewer.js"></script>
            <link rel="stylesheet" href="~/_content/Percurso.Cases/print.css">
            <img src="~/_content/Percurso.Unknown/jaw.svg#left" alt="">
            """);

        Assert.Equal(
            [
                "Cases/Pages/Case.cshtml names Percurso.Cases/print.css, which was not built.",
                "Cases/Pages/Case.cshtml names Percurso.Unknown/jaw.svg, which was not built.",
                "Cases/wwwroot/viewer.css names fonts/sans.woff2, which was not built.",
            ],
            Assets.MissingIn(folder.Path));
    }
}
