using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Percurso.Kernel.Print.Pdf;

/// <summary>The objects of a PDF file (ISO 32000-1, 7.3 and 7.5), numbered as they come.</summary>
sealed class PdfFile
{
    readonly List<byte[]?> objects = [];

    /// <summary>A number for an object that is written later, so that others may point to it already.</summary>
    public int Reserve()
    {
        objects.Add(null);
        return objects.Count;
    }

    public int Add(string content)
    {
        var number = Reserve();
        Set(number, content);
        return number;
    }

    public void Set(int number, string content) => objects[number - 1] = Encoding.Latin1.GetBytes(content);

    /// <summary>A stream, compressed.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="entries">Of its dictionary, besides lengths and filter.</param>
    public int AddStream(ReadOnlySpan<byte> content, string entries = "")
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) zlib.Write(content);
        using var whole = new MemoryStream();
        whole.Write(Encoding.Latin1.GetBytes($"<< {entries} /Length {packed.Length} /Filter /FlateDecode >>\nstream\n"));
        packed.WriteTo(whole);
        whole.Write("\nendstream"u8);
        objects.Add(whole.ToArray());
        return objects.Count;
    }

    public byte[] ToBytes(int catalog, int info)
    {
        using var file = new MemoryStream();
        // Four bytes above 127 tell programs that carry files that it is binary (7.5.2).
        file.Write([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        var places = new List<long>();
        foreach (var (index, content) in objects.Index())
        {
            places.Add(file.Position);
            Write(file, $"{index + 1} 0 obj\n");
            file.Write(content!);
            Write(file, "\nendobj\n");
        }

        var table = file.Position;
        Write(file, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) Write(file, $"{place:D10} 00000 n \n");
        Write(file, $"trailer\n<< /Size {places.Count + 1} /Root {catalog} 0 R /Info {info} 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    /// <summary>A text string in UTF-16 (7.9.2.2).</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    public static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
