using System.Text;

namespace Percurso.Files.Checks.Photos;

/// <summary>Reads a PNG by its chunks (W3C PNG, third edition). Text, time and Exif are left out.</summary>
static class Png
{
    /// <summary>Chunks beside the critical ones that change how the picture looks.</summary>
    static readonly HashSet<string> looks = ["tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "pHYs"];

    /// <exception cref="InvalidDataException">It is not a sound PNG.</exception>
    /// <exception cref="EndOfStreamException">It breaks off.</exception>
    public static PhotoFound Read(ByteInput input, CancellationToken cancel)
    {
        input.Skip(8);
        var kept = new Rewrite().Keep(0, 8);
        var (width, height) = (0u, 0u);
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var from = input.Position;
            var length = input.Number32();
            var type = Encoding.Latin1.GetString(input.Take(4));
            if (width == 0 != (type == "IHDR") || length > int.MaxValue || type == "IHDR" && length < 13) throw new InvalidDataException();
            if (type == "IHDR") (width, height, length) = (input.Number32(), input.Number32(), length - 8);

            input.Skip(length + 4L);
            if (char.IsAsciiLetterUpper(type[0]) || looks.Contains(type)) kept.Keep(from, input.Position - from);
            if (type == "IEND") break;
        }

        return width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue ? new((int)width, (int)height, kept) : throw new InvalidDataException();
    }
}
