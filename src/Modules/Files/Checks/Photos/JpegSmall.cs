using Percurso.Files.Checks.Pictures;

namespace Percurso.Files.Checks.Photos;

/// <summary>
/// A photograph an eighth of its size, from the first coefficient of each block of 8 × 8 pixels, which is the block's mean (T.81, A.3.3): small pictures
/// need no pixels to be made.
/// </summary>
sealed class JpegSmall
{
    const int Longest = 256;

    /// <summary>Beyond it a picture is refused anyway: pixels.</summary>
    const long Most = 100_000_000;

    readonly byte[][] planes;
    readonly (int Wide, int Across, int Down)[] shapes;
    readonly (int Width, int Height) size;
    readonly (int Across, int Down) most;

    JpegSmall(IReadOnlyList<JpegComponent> components, (int Width, int Height) size, (int Across, int Down) most, (int Across, int Down) units)
    {
        (this.size, this.most) = (size, most);
        shapes = [.. components.Select(part => (units.Across * part.Across, part.Across, part.Down))];
        planes = [.. components.Select(part => new byte[units.Across * part.Across * units.Down * part.Down])];
    }

    /// <param name="components">As they stand in the scan.</param>
    /// <param name="size">In pixels, as it is stored.</param>
    /// <param name="most">The most blocks that one of them has in a unit.</param>
    /// <param name="units">In the picture.</param>
    /// <returns>Null for a picture that is too large to be let in.</returns>
    public static JpegSmall? For(IReadOnlyList<JpegComponent> components, (int Width, int Height) size, (int Across, int Down) most, (int Across, int Down) units) =>
        (long)size.Width * size.Height <= Most ? new(components, size, most, units) : null;

    /// <param name="component">Which.</param>
    /// <param name="unit">Where the block's unit stands, in units.</param>
    /// <param name="block">Its place in the unit, row by row.</param>
    /// <param name="mean">0 to 255.</param>
    public void Set(int component, (int X, int Y) unit, int block, double mean)
    {
        var (wide, across, down) = shapes[component];
        var (x, y) = (unit.X * across + block % across, unit.Y * down + block / across);
        planes[component][y * wide + x] = (byte)Math.Clamp(mean, 0, 255);
    }

    /// <param name="orientation">Which side is up, 1 to 8, as Exif counts.</param>
    public Preview Draw(int orientation)
    {
        var (width, height) = ((size.Width + 7) / 8, (size.Height + 7) / 8);
        var isTurned = orientation >= 5;
        var (seenWide, seenHigh) = isTurned ? (height, width) : (width, height);
        var scale = Math.Min(1, Longest / (double)Math.Max(seenWide, seenHigh));
        var (wide, high) = (Math.Max(1, (int)(seenWide * scale)), Math.Max(1, (int)(seenHigh * scale)));
        var pixels = new byte[3 * wide * high];
        for (var y = 0; y < high; y++)
            for (var x = 0; x < wide; x++)
            {
                var (left, top, right, bottom) = (x * seenWide / wide, y * seenHigh / high, (x + 1) * seenWide / wide, (y + 1) * seenHigh / high);
                Mean(left, top, Math.Max(left + 1, right), Math.Max(top + 1, bottom), orientation, width, height, pixels.AsSpan(3 * (y * wide + x)));
            }

        return new("small", PngWriter.WriteRgb(pixels, wide, high));
    }

    void Mean(int left, int top, int right, int bottom, int orientation, int width, int height, Span<byte> pixel)
    {
        var (sum, count) = ((Y: 0, B: 0, R: 0), 0);
        for (var y = top; y < bottom; y++)
            for (var x = left; x < right; x++, count++)
            {
                var (atX, atY) = Stored(x, y, orientation, width, height);
                sum = (sum.Y + Sample(0, atX, atY), sum.B + Sample(1, atX, atY), sum.R + Sample(2, atX, atY));
            }

        var (light, blue, red) = (sum.Y / (double)count, sum.B / (double)count - 128, sum.R / (double)count - 128);
        // T.871, 7.
        (pixel[0], pixel[1], pixel[2]) = (Byte(light + 1.402 * red), Byte(light - 0.344136 * blue - 0.714136 * red), Byte(light + 1.772 * blue));
    }

    /// <summary>A grey picture has no colour to sample.</summary>
    int Sample(int component, int x, int y)
    {
        if (component >= planes.Length) return 128;

        var (wide, across, down) = shapes[component];
        return planes[component][y * down / most.Down * wide + x * across / most.Across];
    }

    /// <summary>Where a point that is seen lies in what is stored.</summary>
    static (int X, int Y) Stored(int x, int y, int orientation, int width, int height) => orientation switch
    {
        2 => (width - 1 - x, y),
        3 => (width - 1 - x, height - 1 - y),
        4 => (x, height - 1 - y),
        5 => (y, x),
        6 => (y, height - 1 - x),
        7 => (width - 1 - y, height - 1 - x),
        8 => (width - 1 - y, x),
        _ => (x, y),
    };

    static byte Byte(double value) => (byte)Math.Clamp(value, 0, 255);
}
