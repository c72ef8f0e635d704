using System.Globalization;
using System.Text;

namespace Percurso.Testing.Samples;

/// <summary>Writes one DICOM data set (PS3.5, chapter 7), its elements in the order in which they are given.</summary>
public sealed class DicomWriter(bool isExplicit = true) : IDisposable
{
    readonly MemoryStream bytes = new();

    public DicomWriter Text(uint tag, string kind, string value)
    {
        var text = Encoding.Latin1.GetBytes(value.Length % 2 == 0 ? value : value + (kind == "UI" ? '\0' : ' '));
        return Element(tag, kind, text);
    }

    public DicomWriter Number(uint tag, int value) => Element(tag, "US", [(byte)value, (byte)(value >> 8)]);

    public DicomWriter Decimals(uint tag, params double[] values) =>
        Text(tag, "DS", string.Join('\\', values.Select(value => Math.Round(value, 6).ToString(CultureInfo.InvariantCulture))));

    public DicomWriter Element(uint tag, string kind, ReadOnlySpan<byte> value)
    {
        Little((ushort)(tag >> 16), 2);
        Little((ushort)tag, 2);
        if (isExplicit) bytes.Write(Encoding.ASCII.GetBytes(kind));
        if (!isExplicit) Little((uint)value.Length, 4);
        else if (kind is "OW" or "OB" or "SQ" or "UN")
        {
            Little(0, 2);
            Little((uint)value.Length, 4);
        }
        else Little((uint)value.Length, 2);
        bytes.Write(value);
        return this;
    }

    /// <summary>A sequence of items of known length (PS3.5, 7.5).</summary>
    public DicomWriter Sequence(uint tag, IEnumerable<DicomWriter> items)
    {
        using var content = new MemoryStream();
        foreach (var item in items)
        {
            var one = item.ToArray();
            content.Write([0xFE, 0xFF, 0x00, 0xE0, .. BitConverter.GetBytes(one.Length), .. one]);
            item.Dispose();
        }

        return Element(tag, "SQ", content.ToArray());
    }

    public byte[] ToArray() => bytes.ToArray();

    public void Dispose() => bytes.Dispose();

    /// <summary>As a file of Part 10: preamble, prefix, and the group that names the transfer syntax.</summary>
    public byte[] ToPart10(string transferSyntax)
    {
        using var meta = new DicomWriter().Element(0x0002_0001, "OB", [0, 1]).Text(0x0002_0002, "UI", "1.2.840.10008.5.1.4.1.1.2").Text(0x0002_0010, "UI", transferSyntax);
        using var length = new DicomWriter().Element(0x0002_0000, "UL", BitConverter.GetBytes(meta.ToArray().Length));
        return [.. new byte[128], .. "DICM"u8, .. length.ToArray(), .. meta.ToArray(), .. bytes.ToArray()];
    }

    void Little(uint number, int count)
    {
        for (; count > 0; count--, number >>= 8) bytes.WriteByte((byte)number);
    }
}
