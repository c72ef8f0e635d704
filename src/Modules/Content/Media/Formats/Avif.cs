using System.Buffers.Binary;

namespace Percurso.Content.Media.Formats;

/// <summary>
/// Finds an AVIF's size in its boxes (ISO/IEC 14496-12, 23008-12): meta, iprp, ipco, ispe. What a camera writes into one cannot
/// be left out without moving all the rest; such a file counts as broken, and browsers make none.
/// </summary>
static class Avif
{
    /// <summary>Null for one that breaks off or carries a camera's notes.</summary>
    public static PictureData? Read(byte[] bytes)
    {
        if (!IsWhole(bytes) || Box(bytes, "meta"u8) is not { Length: > 4 } meta) return null;
        if (meta.IndexOf("Exif"u8) >= 0 || meta.IndexOf("application/rdf+xml"u8) >= 0) return null;

        var size = Box(Box(Box(meta[4..], "iprp"u8), "ipco"u8), "ispe"u8);
        if (size.Length < 12) return null;

        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(size[4..]), BinaryPrimitives.ReadInt32BigEndian(size[8..]));
        return width <= 0 || height <= 0 ? null : new(bytes, width, height);
    }

    static bool IsWhole(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= 8)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes);
            if (length == 0) return true;
            if (length < 8 || length > bytes.Length) return false;
            bytes = bytes[(int)length..];
        }

        return bytes.IsEmpty;
    }

    /// <summary>What the first box of a name holds; empty where there is none.</summary>
    static ReadOnlySpan<byte> Box(ReadOnlySpan<byte> within, ReadOnlySpan<byte> name)
    {
        while (within.Length >= 8)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(within);
            if (length < 8 || length > within.Length) return [];
            if (within.Slice(4, 4).SequenceEqual(name)) return within[8..(int)length];
            within = within[(int)length..];
        }

        return [];
    }
}
