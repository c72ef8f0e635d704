using System.Globalization;
using System.Text;

using Percurso.Cases.Steps.Guidance;
using Percurso.Kernel.Print;
using Percurso.Testing;

namespace Percurso.Domain.Tests.Cases;

public sealed class SheetTextTests
{
    static readonly string[] cultures = ["pt-BR", "en"];

    public static TheoryData<string, string> Sheets => new(
        from culture in cultures
        from file in Directory.EnumerateFiles(Repository.At("recipes", "guidance", culture), "*.md").Order(StringComparer.Ordinal)
        select (culture, Path.GetFileNameWithoutExtension(file)));

    [Theory, MemberData(nameof(Sheets))]
    public void Every_sheet_of_the_recipe_fits_two_pages(string culture, string name)
    {
        var sheet = new Sheet(new(name, "Empresa", "2026-11", CultureInfo.GetCultureInfo(culture)) { Path = (7, 1) });

        new SheetText(Drawing).Write(sheet, File.ReadAllText(Repository.At("recipes", "guidance", culture, $"{name}.md")));

        Assert.Contains("/Count 2", Encoding.Latin1.GetString(sheet.ToPdf()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# T\n\nLead\n\n```\ncode\n```")]
    [InlineData("# T\n\n[link](http://example.com)")]
    public void What_cannot_be_set_is_refused(string markdown) =>
        Assert.Throws<FormatException>(() => new SheetText(Drawing).Write(new(new("T", "E", "1", CultureInfo.InvariantCulture)), markdown));

    static LineDrawing Drawing(string name) => LineDrawing.Parse(File.ReadAllText(Repository.At("recipes", "guidance", "drawings", $"{name}.svg")));
}
