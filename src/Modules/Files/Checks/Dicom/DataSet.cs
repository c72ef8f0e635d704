using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Percurso.Files.Checks.Dicom;

/// <summary>The few values of a file that are looked at, as they were written.</summary>
sealed class DataSet
{
    readonly Dictionary<uint, (byte[] Value, bool IsBigEndian)> values = [];

    /// <summary>Where each frame of a file with many lies (PS3.3, C.7.6.16.2.3); empty where the file says it once.</summary>
    public List<double[]> FramePositions { get; } = [];

    public string TransferSyntax { get; set; } = "";

    public void Add(uint tag, byte[] value, bool isBigEndian, bool isPerFrame)
    {
        if (isPerFrame && tag == Tag.Position) FramePositions.Add(Numbers(Ascii(value)));
        else values.TryAdd(tag, (value, isBigEndian));
    }

    public bool Has(uint tag) => values.TryGetValue(tag, out var held) && held.Value.Length > 0;

    /// <summary>A text without its padding; empty where there is none.</summary>
    public string Text(uint tag) => values.TryGetValue(tag, out var held) ? Ascii(held.Value) : "";

    /// <summary>A name of a person in the file's character set: UTF-8 where it says so, else Latin-1, which holds what Portuguese names need.</summary>
    public string Name(uint tag) =>
        !values.TryGetValue(tag, out var held) ? ""
        : (Text(Tag.CharacterSet).Contains("192", StringComparison.Ordinal) ? Encoding.UTF8 : Encoding.Latin1).GetString(held.Value).Trim('\0', ' ');

    /// <summary>A whole number of two bytes, or null.</summary>
    public int? Number16(uint tag) =>
        values.TryGetValue(tag, out var held) && held.Value.Length >= 2
            ? held.IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(held.Value) : BinaryPrimitives.ReadUInt16LittleEndian(held.Value)
            : null;

    /// <summary>The numbers of a text with <c>\</c> between; what is none is not a number.</summary>
    public double[] Decimals(uint tag) => Has(tag) ? Numbers(Text(tag)) : [];

    public double? Decimal(uint tag) => Decimals(tag) is [var number, ..] && double.IsFinite(number) ? number : null;

    static double[] Numbers(string text) =>
        [.. text.Split('\\').Select(part => double.TryParse(part.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN)];

    static string Ascii(byte[] value) => Encoding.Latin1.GetString(value).Trim('\0', ' ');
}
