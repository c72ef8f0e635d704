using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Percurso.Testing;

/// <summary>Small files made byte by byte: what they hold stands here, and nothing else is in them.</summary>
public static class SampleFiles
{
    /// <summary>A place a camera would write down, to be looked for afterwards.</summary>
    public const string Place = "GPS -23.5613";

    /// <summary>A JPEG of grey with a camera's notes. Its picture data is only as long as a reader of markers needs.</summary>
    /// <param name="width">In pixels, as it is stored.</param>
    /// <param name="height">The same.</param>
    /// <param name="orientation">Which side is up, 1 to 8.</param>
    public static byte[] Jpeg(int width = 640, int height = 480, int orientation = 1) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE1, [.. "Exif\0\0"u8, .. "II"u8, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Place)]),
        .. Segment(0xFE, Encoding.ASCII.GetBytes(Place)),
        .. Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        0x12, 0xFF, 0x00, 0x34,
        0xFF, 0xD9,
    ];

    /// <summary>A PNG whose header promises a size, with a comment, and no pixels.</summary>
    public static byte[] Png(int width = 640, int height = 480)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        return [0x89, .. "PNG"u8, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("tEXt", Encoding.ASCII.GetBytes(Place)), .. Chunk("IDAT", []), .. Chunk("IEND", [])];
    }

    /// <summary>A lossless WebP's header, with a camera's notes behind it.</summary>
    public static byte[] WebP(int width = 640, int height = 480)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(size, (uint)(width - 1 | height - 1 << 14));
        byte[] chunks = [.. RiffChunk("VP8L", [0x2F, .. size, 0]), .. RiffChunk("EXIF", Encoding.ASCII.GetBytes(Place))];
        return [.. "RIFF"u8, .. Little(4 + chunks.Length), .. "WEBP"u8, .. chunks];
    }

    /// <summary>A PDF of empty pages.</summary>
    public static byte[] Pdf(int pages = 2)
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages} /Kids [{string.Concat(Enumerable.Range(3, pages).Select(number => $"{number} 0 R "))}] >>",
        };
        objects.AddRange(Enumerable.Repeat("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>", pages));

        var text = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (number, one) in objects.Index())
        {
            places.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{number + 1} 0 obj\n{one}\nendobj\n");
        }

        var table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) text.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>A PDF whose page tree stands in a compressed object stream, as most programs write it today.</summary>
    public static byte[] CompressedPdf(int pages)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zip.Write(Encoding.ASCII.GetBytes($"1 0 2 34 << /Type /Catalog /Pages 2 0 R >> << /Type /Pages /Count {pages} /Kids [3 0 R] >>"));
        return [.. Encoding.ASCII.GetBytes($"%PDF-1.5\n9 0 obj << /Type /ObjStm /N 2 /First 9 /Length {packed.Length} /Filter /FlateDecode >> stream\n"), .. packed.ToArray(), .. "\nendstream endobj\nstartxref\n0\n%%EOF\n"u8];
    }

    public static byte[] Svg { get; } = """<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>"""u8.ToArray();

    static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    /// <summary>Its checksum is not looked at by those who only read chunks.</summary>
    static byte[] Chunk(string type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];
    }

    static byte[] RiffChunk(string type, byte[] data) => [.. Encoding.ASCII.GetBytes(type), .. Little(data.Length), .. data, .. new byte[data.Length % 2]];

    static byte[] Little(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }
}
