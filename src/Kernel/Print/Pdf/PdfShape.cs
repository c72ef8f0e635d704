using System.Text;

namespace Percurso.Kernel.Print.Pdf;

/// <summary>An outline to fill or to draw.</summary>
sealed class PdfShape
{
    /// <summary>How far the handles of a curve reach that follows a quarter of a circle.</summary>
    const double Quarter = 0.5523;

    readonly StringBuilder path = new();

    internal string Operators => path.ToString();

    public PdfShape Move(double x, double y) => Put($"{N(x)} {N(y)} m");

    public PdfShape Line(double x, double y) => Put($"{N(x)} {N(y)} l");

    /// <summary>A cubic Bézier curve: two handles, and where it ends.</summary>
    public PdfShape Curve(double x1, double y1, double x2, double y2, double x, double y) => Put($"{N(x1)} {N(y1)} {N(x2)} {N(y2)} {N(x)} {N(y)} c");

    public PdfShape Close() => Put("h");

    public PdfShape Ellipse(double x, double y, double rx, double ry)
    {
        var (hx, hy) = (rx * Quarter, ry * Quarter);
        return Move(x + rx, y).Curve(x + rx, y + hy, x + hx, y + ry, x, y + ry).Curve(x - hx, y + ry, x - rx, y + hy, x - rx, y)
            .Curve(x - rx, y - hy, x - hx, y - ry, x, y - ry).Curve(x + hx, y - ry, x + rx, y - hy, x + rx, y).Close();
    }

    public PdfShape Box(double x, double y, double width, double height, double corner)
    {
        var (right, bottom, reach) = (x + width, y + height, corner * (1 - Quarter));
        return Move(x + corner, y).Line(right - corner, y).Curve(right - reach, y, right, y + reach, right, y + corner)
            .Line(right, bottom - corner).Curve(right, bottom - reach, right - reach, bottom, right - corner, bottom)
            .Line(x + corner, bottom).Curve(x + reach, bottom, x, bottom - reach, x, bottom - corner)
            .Line(x, y + corner).Curve(x, y + reach, x + reach, y, x + corner, y).Close();
    }

    PdfShape Put(string operators)
    {
        path.Append(operators).Append('\n');
        return this;
    }

    static string N(double value) => PdfFile.Number(value);
}
