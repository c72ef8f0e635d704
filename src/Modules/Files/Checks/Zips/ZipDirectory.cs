using System.Buffers.Binary;

namespace Percurso.Files.Checks.Zips;

/// <summary>
/// Reads how many entries a ZIP's directory claims before the directory itself is read (APPNOTE 6.3.10, 4.3.14 to 4.3.16), so that a directory of
/// millions costs nothing.
/// </summary>
static class ZipDirectory
{
    const int EndLength = 22, LocatorLength = 20, End64Length = 56;

    /// <summary>Of an entry in the directory, without its name: more entries than fit between are a lie.</summary>
    const int EntryLength = 46;

    /// <summary>The number of entries; null where there is no directory, so that the file is cut or no ZIP.</summary>
    public static long? Count(Stream zip)
    {
        var length = (int)Math.Min(zip.Length, EndLength + 0xFFFF);
        var end = new byte[length];
        zip.Position = zip.Length - length;
        zip.ReadExactly(end);
        var at = end.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (at < 0 || at + EndLength > length) return null;

        var directory = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(at + 12));
        long count = BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(at + 10));
        if (at >= LocatorLength && end.AsSpan(at - LocatorLength).StartsWith("PK\x06\x07"u8)) count = Count64(zip, end.AsSpan(at - LocatorLength)) ?? count;

        // A directory that holds more than it counts is read by its length.
        return directory == uint.MaxValue ? count : Math.Max(count, Math.Min(directory, zip.Length) / (EntryLength + 0xFFFF));
    }

    static long? Count64(Stream zip, ReadOnlySpan<byte> locator)
    {
        var from = BinaryPrimitives.ReadUInt64LittleEndian(locator[8..]);
        if (from > (ulong)Math.Max(0, zip.Length - End64Length)) return null;

        Span<byte> record = stackalloc byte[End64Length];
        zip.Position = (long)from;
        zip.ReadExactly(record);
        return record.StartsWith("PK\x06\x06"u8) ? (long)Math.Min(long.MaxValue, BinaryPrimitives.ReadUInt64LittleEndian(record[32..])) : null;
    }
}
