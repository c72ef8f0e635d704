using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Percurso.Testing;

/// <summary>Reads the square code off a PDF, as a phone would: its black boxes are painted, and a decoder that is not ours (npm <c>jsqr</c>) looks at the picture.</summary>
public static partial class LabelCode
{
    const int Dots = 4;

    public static async Task<string> ReadAsync(byte[] pdf)
    {
        var (width, height) = (0, 0);
        var file = Encoding.Latin1.GetString(pdf);
        if (MediaBox().Match(file) is { Success: true } box) (width, height) = ((int)(Number(box, 1) * Dots), (int)(Number(box, 2) * Dots));
        var picture = Enumerable.Repeat((byte)255, width * height).ToArray();
        foreach (Match stream in Stream().Matches(file))
        {
            var content = Inflate(pdf.AsSpan(stream.Index + stream.Length, int.Parse(stream.Groups[1].Value, CultureInfo.InvariantCulture)).ToArray());
            foreach (Match black in Box().Matches(content)) Paint(picture, width, height, black.Groups["path"].Value);
        }

        using var folder = new TemporaryFolder();
        var grey = Path.Combine(folder.Path, "label.grey");
        await File.WriteAllBytesAsync(grey, picture);
        const string script = """
            import jsQR from "jsqr";
            import { readFileSync } from "node:fs";
            const [path, width, height] = process.argv.slice(1);
            const grey = readFileSync(path), rgba = new Uint8ClampedArray(grey.length * 4);
            grey.forEach((value, at) => rgba.set([value, value, value, 255], at * 4));
            console.log(jsQR.default ? jsQR.default(rgba, +width, +height)?.data : jsQR(rgba, +width, +height)?.data);
            """;
        var (exit, said) = await Tool.RunAsync(Repository.Root, "node", "--input-type=module", "-e", script, grey, $"{width}", $"{height}");
        return exit == 0 ? said.Trim() : throw new InvalidOperationException(said);
    }

    static void Paint(byte[] picture, int width, int height, string path)
    {
        var points = Point().Matches(path).Select(point => (X: Number(point, 1), Y: Number(point, 2))).ToList();
        var (left, right) = ((int)Math.Round(points.Min(point => point.X) * Dots), (int)Math.Round(points.Max(point => point.X) * Dots));
        var (top, bottom) = ((int)Math.Round(points.Min(point => point.Y) * Dots), (int)Math.Round(points.Max(point => point.Y) * Dots));
        for (var y = Math.Max(0, top); y < Math.Min(height, bottom); y++)
            for (var x = Math.Max(0, left); x < Math.Min(width, right); x++) picture[y * width + x] = 0;
    }

    static double Number(Match match, int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    static string Inflate(byte[] packed)
    {
        using var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        try
        {
            stream.CopyTo(plain);
        }
        catch (InvalidDataException)
        {
            // A font's, perhaps; what could be read is looked at.
        }

        return Encoding.Latin1.GetString(plain.ToArray());
    }

    [GeneratedRegex(@"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]")]
    private static partial Regex MediaBox();

    [GeneratedRegex(@"/Length (\d+) /Filter /FlateDecode >>\nstream\n")]
    private static partial Regex Stream();

    /// <summary>A shape filled in black, drawn from its upper left corner as our canvas draws.</summary>
    [GeneratedRegex(@"cm 1 J 1 j\n0 0 0 rg\n(?<path>[^Q]*?)f Q")]
    private static partial Regex Box();

    [GeneratedRegex(@"(-?[\d.]+) (-?[\d.]+) [ml]\n")]
    private static partial Regex Point();
}
