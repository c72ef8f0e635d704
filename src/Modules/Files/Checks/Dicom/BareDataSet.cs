using System.Buffers.Binary;

namespace Percurso.Files.Checks.Dicom;

/// <summary>Some programs write the data set alone, without preamble and prefix. It is known by its first element, which stands in group 0008 (or 0002).</summary>
static class BareDataSet
{
    const uint LongestFirstValue = 1024;

    /// <summary>How it is written; null for what is no data set.</summary>
    public static DicomEncoding? Recognise(ReadOnlySpan<byte> start)
    {
        if (start.Length < 12) return null;

        var isExplicit = start[4] is >= (byte)'A' and <= (byte)'Z' && start[5] is >= (byte)'A' and <= (byte)'Z';
        if (start is [0x08 or 0x02, 0, _, 0, ..])
        {
            var length = isExplicit ? BinaryPrimitives.ReadUInt16LittleEndian(start[6..]) : BinaryPrimitives.ReadUInt32LittleEndian(start[4..]);
            return length <= LongestFirstValue && (isExplicit || length > 0) ? new(isExplicit, false) : null;
        }

        return start is [0, 0x08, 0, _, ..] && isExplicit && BinaryPrimitives.ReadUInt16BigEndian(start[6..]) <= LongestFirstValue ? new(true, true) : null;
    }
}
