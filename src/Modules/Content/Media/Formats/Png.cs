using System.Buffers.Binary;
using System.Text;

namespace Percurso.Content.Media.Formats;

/// <summary>Reads a PNG by its chunks (W3C PNG, third edition). Text, time and Exif are left out.</summary>
static class Png
{
    /// <summary>Chunks beside the critical ones that change how the picture looks.</summary>
    static readonly HashSet<string> looks = ["tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "pHYs", "acTL", "fcTL", "fdAT"];

    /// <summary>Null for one that breaks off.</summary>
    public static PictureData? Read(byte[] bytes)
    {
        var kept = new MemoryStream(bytes.Length);
        kept.Write(bytes, 0, 8);
        int width = 0, height = 0, at = 8;
        while (at + 12 <= bytes.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            if (length > int.MaxValue - 12 || at + 12 + (int)length > bytes.Length) return null;

            var chunk = bytes.AsSpan(at, 12 + (int)length);
            var type = Encoding.ASCII.GetString(chunk.Slice(4, 4));
            if (type == "IHDR" && length >= 8)
                (width, height) = ((int)BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]), (int)BinaryPrimitives.ReadUInt32BigEndian(chunk[12..]));
            if (char.IsAsciiLetterUpper(type[0]) || looks.Contains(type)) kept.Write(chunk);
            if (type == "IEND") return width <= 0 || height <= 0 ? null : new(kept.ToArray(), width, height);

            at += chunk.Length;
        }

        return null;
    }
}
