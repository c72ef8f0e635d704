using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

using Percurso.Kernel.Print.Pdf;

namespace Percurso.Kernel.Print;

/// <summary>
/// One of the project's line drawings, for paper: an SVG of paths (absolute M L H V C Q Z), circles, ellipses, lines and
/// rectangles, whose classes say what they are: <c>line</c>, <c>accent</c>, <c>soft</c>.
/// </summary>
public sealed partial class LineDrawing
{
    readonly List<(string Kind, PdfShape Shape)> shapes = [];

    LineDrawing(double width, double height) => (Width, Height) = (width, height);

    /// <summary>Of its view box, in its own units.</summary>
    public double Width { get; }

    public double Height { get; }

    /// <exception cref="FormatException">It holds something that cannot be drawn.</exception>
    public static LineDrawing Parse(string svg)
    {
        var root = XDocument.Parse(svg).Root!;
        var box = Numbers(root.Attribute("viewBox")?.Value ?? "");
        if (box.Count != 4) throw new FormatException("The drawing has no viewBox.");

        var drawing = new LineDrawing(box[2], box[3]);
        foreach (var element in root.Descendants()) drawing.shapes.Add((element.Attribute("class")?.Value ?? "line", ShapeOf(element)));
        return drawing;
    }

    internal void Draw(PdfCanvas page, double x, double y, double width, double height)
    {
        var scale = Math.Min(width / Width, height / Height);
        var (left, top) = (x + (width - Width * scale) / 2, y + (height - Height * scale) / 2);
        foreach (var (kind, shape) in shapes)
            if (kind == "soft") page.Shape(shape, PrintColours.PathSoft, null, 0, scale, left, top);
            else page.Shape(shape, null, kind == "accent" ? PrintColours.Accent : PrintColours.Path, 1.6, scale, left, top);
    }

    static PdfShape ShapeOf(XElement element)
    {
        double Of(string name) => double.Parse(element.Attribute(name)?.Value ?? "0", CultureInfo.InvariantCulture);
        var shape = new PdfShape();
        switch (element.Name.LocalName)
        {
            case "path": Trace(shape, element.Attribute("d")!.Value); break;
            case "circle": shape.Ellipse(Of("cx"), Of("cy"), Of("r"), Of("r")); break;
            case "ellipse": shape.Ellipse(Of("cx"), Of("cy"), Of("rx"), Of("ry")); break;
            case "line": shape.Move(Of("x1"), Of("y1")).Line(Of("x2"), Of("y2")); break;
            case "rect": shape.Box(Of("x"), Of("y"), Of("width"), Of("height"), Of("rx")); break;
            case var other: throw new FormatException($"A drawing may not hold <{other}>.");
        }

        return shape;
    }

    static void Trace(PdfShape shape, string data)
    {
        var (here, start) = ((X: 0.0, Y: 0.0), (X: 0.0, Y: 0.0));
        foreach (Match command in Command().Matches(data))
        {
            var n = Numbers(command.Groups[2].Value);
            switch (command.Groups[1].Value)
            {
                case "M":
                    here = start = (n[0], n[1]);
                    shape.Move(n[0], n[1]);
                    for (var i = 2; i + 1 < n.Count; i += 2) Line((n[i], n[i + 1]));
                    break;
                case "L": for (var i = 0; i + 1 < n.Count; i += 2) Line((n[i], n[i + 1])); break;
                case "H": foreach (var x in n) Line((x, here.Y)); break;
                case "V": foreach (var y in n) Line((here.X, y)); break;
                case "C": for (var i = 0; i + 5 < n.Count; i += 6) Curve((n[i], n[i + 1]), (n[i + 2], n[i + 3]), (n[i + 4], n[i + 5])); break;
                case "Q": for (var i = 0; i + 3 < n.Count; i += 4) Quadratic((n[i], n[i + 1]), (n[i + 2], n[i + 3])); break;
                case "Z":
                    shape.Close();
                    here = start;
                    break;
                case var other: throw new FormatException($"A drawing's path may not hold {other}.");
            }
        }

        void Line((double X, double Y) to)
        {
            shape.Line(to.X, to.Y);
            here = to;
        }

        void Curve((double X, double Y) one, (double X, double Y) two, (double X, double Y) to)
        {
            shape.Curve(one.X, one.Y, two.X, two.Y, to.X, to.Y);
            here = to;
        }

        // A quadratic curve is the cubic one whose handles reach two thirds of the way to its own.
        void Quadratic((double X, double Y) handle, (double X, double Y) to) => Curve(
            (here.X + (handle.X - here.X) * 2 / 3, here.Y + (handle.Y - here.Y) * 2 / 3),
            (to.X + (handle.X - to.X) * 2 / 3, to.Y + (handle.Y - to.Y) * 2 / 3), to);
    }

    static List<double> Numbers(string text) => [.. Number().Matches(text).Select(number => double.Parse(number.Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"([A-Za-z])([^A-Za-z]*)")]
    private static partial Regex Command();

    [GeneratedRegex(@"-?(\d+\.?\d*|\.\d+)")]
    private static partial Regex Number();
}
