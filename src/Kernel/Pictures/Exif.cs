using System.Buffers.Binary;

namespace Percurso.Kernel.Pictures;

/// <summary>The one thing of a camera's notes (CIPA DC-008, Exif 3.0) that a picture needs: which side is up.</summary>
public static class Exif
{
    const ushort OrientationTag = 0x0112;

    /// <summary>1 to 8; null where this is no Exif, or says nothing of it.</summary>
    /// <param name="segment">What follows the segment's length.</param>
    public static int? Orientation(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith("Exif\0\0"u8) || segment.Length < 14) return null;

        var tiff = segment[6..];
        var little = tiff[0] == (byte)'I';
        var entries = Number32(tiff[4..], little);
        if (entries + 2L > tiff.Length) return null;

        var count = Number16(tiff[(int)entries..], little);
        for (var at = (int)entries + 2; count > 0 && at + 12 <= tiff.Length; at += 12, count--)
            if (Number16(tiff[at..], little) == OrientationTag && Number16(tiff[(at + 8)..], little) is >= 1 and <= 8 and var side) return side;
        return null;
    }

    /// <summary>A segment that says nothing else.</summary>
    public static byte[] Only(int orientation) =>
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM"u8, 0, 42, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ];

    static ushort Number16(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    static uint Number32(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
