using System.Globalization;
using System.Text;

namespace Percurso.Kernel.Print.Pdf;

/// <summary>A colour on paper.</summary>
readonly record struct PdfColour(byte Red, byte Green, byte Blue)
{
    internal string Operands => string.Create(CultureInfo.InvariantCulture, $"{Red / 255.0:0.###} {Green / 255.0:0.###} {Blue / 255.0:0.###}");
}

/// <summary>What is drawn on one page, in points, counted from its upper left corner.</summary>
sealed class PdfCanvas(PdfDocument document, double width, double height)
{
    public double Width => width;

    public double Height => height;

    readonly StringBuilder content = new();

    internal byte[] Content => Encoding.Latin1.GetBytes(content.ToString());

    internal List<int> Elements { get; } = [];

    /// <param name="x">Where it begins.</param>
    /// <param name="baseline">Where its letters stand.</param>
    /// <param name="text">One line.</param>
    /// <param name="face"><c>regular</c>, <c>semibold</c> or <c>bold</c>.</param>
    /// <param name="size">In points.</param>
    /// <param name="colour">Of its letters.</param>
    public void Text(double x, double baseline, string text, string face, double size, PdfColour colour) =>
        Put($"BT /{face} {N(size)} Tf {colour.Operands} rg 1 0 0 1 {N(x)} {N(Height - baseline)} Tm {document.FontOf(face).Encode(text)} Tj ET");

    public void Line(double x, double y, double toX, double toY, PdfColour colour, double width) =>
        Shape(new PdfShape().Move(x, y).Line(toX, toY), null, colour, width);

    public void Circle(double x, double y, double radius, PdfColour? fill, PdfColour? stroke, double width = 1) =>
        Shape(new PdfShape().Ellipse(x, y, radius, radius), fill, stroke, width);

    public void Box(double x, double y, double width, double height, double corner, PdfColour? fill, PdfColour? stroke, double line = 1) =>
        Shape(new PdfShape().Box(x, y, width, height, corner), fill, stroke, line);

    /// <summary>Filled, outlined, or both.</summary>
    public void Shape(PdfShape shape, PdfColour? fill, PdfColour? stroke, double width, double scale = 1, double left = 0, double top = 0)
    {
        Put($"q {N(scale)} 0 0 {N(-scale)} {N(left)} {N(Height - top)} cm 1 J 1 j");
        if (fill is { } inside) Put($"{inside.Operands} rg");
        if (stroke is { } line) Put($"{line.Operands} RG {N(width)} w");
        content.Append(shape.Operators);
        Put($"{(fill is null ? "S" : stroke is null ? "f" : "B")} Q");
    }

    /// <summary>What is drawn until it is disposed of is one element of the document, such as <c>P</c> or <c>H1</c> (ISO 32000-1, 14.8.4).</summary>
    public IDisposable Element(string type)
    {
        Put($"/{type} << /MCID {Elements.Count} >> BDC");
        Elements.Add(document.AddElement(type, this, Elements.Count));
        return new End(content);
    }

    /// <summary>What is drawn until it is disposed of is decoration, which nobody needs read aloud.</summary>
    public IDisposable Decoration()
    {
        Put("/Artifact BMC");
        return new End(content);
    }

    void Put(string operators) => content.Append(operators).Append('\n');

    static string N(double value) => PdfFile.Number(value);

    sealed class End(StringBuilder content) : IDisposable
    {
        public void Dispose() => content.Append("EMC\n");
    }
}
