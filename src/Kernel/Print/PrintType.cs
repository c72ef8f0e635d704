using Percurso.Kernel.Print.Pdf;

namespace Percurso.Kernel.Print;

/// <summary>A kind of text on paper. Sizes in points.</summary>
sealed record PrintType(double Size, double Leading, PdfColour Colour, string Face, string StrongFace)
{
    public static readonly PrintType Heading = new(20, 24, PrintColours.Ink, "bold", "bold");
    public static readonly PrintType Lead = new(11, 15, PrintColours.Muted, "regular", "semibold");
    public static readonly PrintType Section = new(12, 16, PrintColours.Path, "bold", "bold");
    public static readonly PrintType Body = new(9.5, 12.8, PrintColours.Ink, "regular", "semibold");
    public static readonly PrintType Small = new(8.4, 11, PrintColours.Ink, "regular", "semibold");

    /// <summary>In points.</summary>
    public double WidthOf(string text, bool isStrong = false) => PdfFont.WidthOf(isStrong ? StrongFace : Face, text, Size);

    /// <summary>Widths for a table's columns: what their words ask for, shared out over the whole width.</summary>
    public double[] Columns(IReadOnlyList<IReadOnlyList<string>> rows, double width)
    {
        var wanted = Enumerable.Range(0, rows[0].Count).Select(column => rows.Max(row => Math.Min(220, WidthOf(row[column], isStrong: true))) + 14).ToList();
        var sum = wanted.Sum();
        return [.. wanted.Select(one => one * width / sum)];
    }
}
