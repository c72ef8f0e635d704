using System.Globalization;
using System.Text;

using QRCoder;

namespace Percurso.Accounts.Pages.Accounts.Own;

/// <summary>A QR code as one path of an SVG: a square of one unit for each dark module, with the quiet zone around.</summary>
sealed record QrDrawing(string ViewBox, string Path)
{
    public static QrDrawing None { get; } = new("0 0 1 1", "");

    public static QrDrawing Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
            for (var x = 0; x < code.ModuleMatrix[y].Count; x++)
                if (code.ModuleMatrix[y][x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");

        return new(string.Create(CultureInfo.InvariantCulture, $"0 0 {code.ModuleMatrix.Count} {code.ModuleMatrix.Count}"), path.ToString());
    }
}
