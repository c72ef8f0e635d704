using Percurso.Kernel.Print.Pdf;

namespace Percurso.Kernel.Print;

/// <summary>A kind of text on paper. Sizes in points.</summary>
sealed record PrintType(double Size, double Leading, PdfColour Colour, string Face, string StrongFace)
{
    public static readonly PrintType Heading = new(22, 26, PrintColours.Ink, "bold", "bold");
    public static readonly PrintType Lead = new(12, 17, PrintColours.Muted, "regular", "semibold");
    public static readonly PrintType Section = new(13, 18, PrintColours.Path, "bold", "bold");
    public static readonly PrintType Body = new(10, 14, PrintColours.Ink, "regular", "semibold");
    public static readonly PrintType Small = new(8.8, 12, PrintColours.Ink, "regular", "semibold");

    /// <summary>In points.</summary>
    public double WidthOf(string text, bool isStrong = false) => new PdfFont(isStrong ? StrongFace : Face).WidthOf(text, Size);

    /// <summary>Widths for a table's columns: what their words ask for, shared out over the whole width.</summary>
    public double[] Columns(IReadOnlyList<IReadOnlyList<string>> rows, double width)
    {
        var wanted = Enumerable.Range(0, rows[0].Count).Select(column => rows.Max(row => Math.Min(220, WidthOf(row[column], isStrong: true))) + 14).ToList();
        var sum = wanted.Sum();
        return [.. wanted.Select(one => one * width / sum)];
    }
}
