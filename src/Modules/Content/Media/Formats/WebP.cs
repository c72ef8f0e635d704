using System.Buffers.Binary;
using System.Text;

namespace Percurso.Content.Media.Formats;

/// <summary>Reads a WebP by its RIFF chunks (RFC 9649). EXIF and XMP are left out, and the header says so.</summary>
static class WebP
{
    const byte HasExif = 0x08, HasXmp = 0x04;

    /// <summary>Null for one that breaks off.</summary>
    public static PictureData? Read(byte[] bytes)
    {
        var end = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4)) + 8L;
        if (end > bytes.Length) return null;

        var kept = new MemoryStream(bytes.Length);
        kept.Write(bytes, 0, 12);
        int width = 0, height = 0, at = 12;
        while (at + 8 <= end)
        {
            var type = Encoding.ASCII.GetString(bytes, at, 4);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 4));
            var padded = 8L + length + (length & 1);
            if (at + padded > end) return null;

            var chunk = bytes.AsSpan(at, (int)padded).ToArray();
            if (type == "VP8X" && length >= 10) chunk[8] &= unchecked((byte)~(HasExif | HasXmp));
            if (type is "VP8X" or "VP8 " or "VP8L" && width == 0) (width, height) = Size(type, chunk.AsSpan(8));
            if (type is not ("EXIF" or "XMP ")) kept.Write(chunk);
            at += (int)padded;
        }

        var result = kept.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(result.AsSpan(4), (uint)(result.Length - 8));
        return width <= 0 || height <= 0 ? null : new(result, width, height);
    }

    static (int Width, int Height) Size(string type, ReadOnlySpan<byte> data) => type switch
    {
        "VP8X" when data.Length >= 10 => (1 + Number24(data[4..]), 1 + Number24(data[7..])),
        "VP8 " when data.Length >= 10 && data[3..6].SequenceEqual<byte>([0x9D, 0x01, 0x2A]) =>
            (BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF),
        "VP8L" when data.Length >= 5 && data[0] == 0x2F => Packed(BinaryPrimitives.ReadUInt32LittleEndian(data[1..])),
        _ => (0, 0),
    };

    static (int, int) Packed(uint bits) => (1 + (int)(bits & 0x3FFF), 1 + (int)(bits >> 14 & 0x3FFF));

    static int Number24(ReadOnlySpan<byte> at) => at[0] | at[1] << 8 | at[2] << 16;
}
