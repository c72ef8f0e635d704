using System.Buffers.Binary;
using System.IO.Compression;

namespace Percurso.Files.Checks.Pictures;

/// <summary>Writes a PNG (W3C PNG, third edition): eight bits, rows unfiltered, one chunk of data.</summary>
static class PngWriter
{
    const byte Grey = 0, Rgb = 2, Rgba = 6;

    static readonly uint[] table = MakeTable();

    /// <param name="pixels">A byte each, row by row.</param>
    public static byte[] WriteGrey(ReadOnlySpan<byte> pixels, int width, int height) => Write(pixels, width, height, Grey, 1);

    /// <param name="pixels">Red, green and blue, a byte each, row by row.</param>
    public static byte[] WriteRgb(ReadOnlySpan<byte> pixels, int width, int height) => Write(pixels, width, height, Rgb, 3);

    /// <param name="pixels">Red, green, blue and opacity, a byte each.</param>
    public static byte[] WriteRgba(ReadOnlySpan<byte> pixels, int width, int height) => Write(pixels, width, height, Rgba, 4);

    static byte[] Write(ReadOnlySpan<byte> pixels, int width, int height, byte colour, int bytes)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Fastest, leaveOpen: true))
            for (var row = 0; row < height; row++)
            {
                zlib.WriteByte(0);
                zlib.Write(pixels.Slice(row * width * bytes, width * bytes));
            }

        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        (header[8], header[9]) = (8, colour);

        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(png, "IHDR"u8, header);
        Chunk(png, "IDAT"u8, data.GetBuffer().AsSpan(0, (int)data.Length));
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    static void Chunk(Stream png, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(name);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Sum(data, Sum(name, ~0u)));
        png.Write(number);
    }

    static uint Sum(ReadOnlySpan<byte> bytes, uint sum)
    {
        foreach (var one in bytes) sum = table[(byte)(sum ^ one)] ^ sum >> 8;
        return sum;
    }

    static uint[] MakeTable()
    {
        var made = new uint[256];
        for (var number = 0u; number < 256; number++)
        {
            var sum = number;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 0 ? sum >> 1 : 0xEDB88320 ^ sum >> 1;
            made[number] = sum;
        }

        return made;
    }
}
