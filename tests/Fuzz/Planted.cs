using System.Buffers.Binary;

namespace Percurso.Fuzz;

/// <summary>
/// A bug planted to see that it is found: a reader of binary STL that believes the count in the heading, as the checks' own must not. It needs a header, a
/// count that was made large, and memory that has an end.
/// </summary>
static class Planted
{
    public static void Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 84 || bytes.StartsWith("solid"u8) || !bytes.StartsWith("a scan"u8)) return;

        var count = BinaryPrimitives.ReadUInt32LittleEndian(bytes[80..]);
        if (count > 0) GC.KeepAlive(new float[9L * count]);
    }
}
