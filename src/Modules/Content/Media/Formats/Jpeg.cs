using System.Buffers.Binary;

using Percurso.Kernel.Pictures;

namespace Percurso.Content.Media.Formats;

/// <summary>
/// Reads a JPEG by its markers (ITU-T T.81, annex B). Kept are the picture, its colour profile and which side is up; left out
/// are all other application segments, comments, and whatever follows the end.
/// </summary>
static class Jpeg
{
    const byte StartOfScan = 0xDA, End = 0xD9, App0 = 0xE0, App1 = 0xE1, App2 = 0xE2, App14 = 0xEE, App15 = 0xEF, Comment = 0xFE;

    /// <summary>Null for one that breaks off.</summary>
    public static PictureData? Read(byte[] bytes)
    {
        var kept = new MemoryStream(bytes.Length);
        kept.Write(bytes, 0, 2);
        int width = 0, height = 0, orientation = 1, at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF) { at++; continue; }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2));
            if (length < 2 || at + 2 + length > bytes.Length) return null;

            var segment = bytes.AsSpan(at, 2 + length);
            if (IsFrame(marker))
            {
                if (length < 8) return null;
                (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment[5..]), BinaryPrimitives.ReadUInt16BigEndian(segment[7..]));
            }

            if (marker == App1 && Exif.Orientation(segment[4..]) is { } found)
            {
                orientation = found;
                kept.Write(Exif.Only(found));
            }

            if (IsKept(marker, segment)) kept.Write(segment);
            at += segment.Length;
            if (marker != StartOfScan) continue;

            var next = AfterScan(bytes, at);
            if (next < 0) return null;
            kept.Write(bytes, at, next - at);
            at = next;
            if (bytes[at + 1] != End) continue;

            kept.Write(bytes, at, 2);
            return width == 0 || height == 0 ? null : orientation >= 5 ? new(kept.ToArray(), height, width) : new(kept.ToArray(), width, height);
        }

        return null;
    }

    static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    static bool IsKept(byte marker, ReadOnlySpan<byte> segment) => marker switch
    {
        App2 => segment[4..].StartsWith("ICC_PROFILE\0"u8),
        App0 or App14 => true,
        >= App1 and <= App15 or Comment => false,
        _ => true,
    };

    /// <summary>Where the next marker stands that is no part of the scan; -1 where the file ends before.</summary>
    static int AfterScan(byte[] bytes, int at)
    {
        for (; at + 1 < bytes.Length; at++)
            if (bytes[at] == 0xFF && bytes[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7))) return at;
        return -1;
    }
}
