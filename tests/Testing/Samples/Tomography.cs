using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Percurso.Testing.Samples;

/// <summary>
/// A CBCT of a jaw that nobody has: an arch of bone with teeth in it, made by formula, the same bytes each time. Each property that is set otherwise is a
/// fault a real series may have.
/// </summary>
public sealed record Tomography
{
    const string ExplicitLittleEndian = "1.2.840.10008.1.2.1", ImplicitLittleEndian = "1.2.840.10008.1.2";

    public int Slices { get; init; } = 150;

    /// <summary>Rows and columns of a slice.</summary>
    public int Size { get; init; } = 120;

    /// <summary>Of a pixel in mm.</summary>
    public double Pixel { get; init; } = 0.4;

    /// <summary>Between slices, and of their thickness, in mm.</summary>
    public double Spacing { get; init; } = 0.4;

    public string Patient { get; init; } = "SOUZA^ANA LÚCIA^DE";

    public DateOnly Birth { get; init; } = new(1971, 4, 9);

    public string Modality { get; init; } = "CT";

    /// <summary>Slices that are left out, from 0.</summary>
    public IReadOnlyList<int> Missing { get; init; } = [];

    /// <summary>Slices that come twice.</summary>
    public IReadOnlyList<int> Doubled { get; init; } = [];

    /// <summary>Of the gantry, in degrees.</summary>
    public double Tilt { get; init; }

    /// <summary>How often a distance between slices is out by a fifth of a millimetre.</summary>
    public bool IsUneven { get; init; }

    /// <summary>To one, by lossy compression; null for none.</summary>
    public double? LossyRatio { get; init; }

    /// <summary>Slices from this one on are another person's.</summary>
    public int? OtherPatientFrom { get; init; }

    /// <summary>Without preamble and prefix.</summary>
    public bool IsBare { get; init; }

    public bool IsImplicit { get; init; }

    public IEnumerable<(string Name, byte[] Bytes)> Files()
    {
        for (var slice = 0; slice < Slices; slice++)
        {
            if (Missing.Contains(slice)) continue;
            yield return ($"DICOM/IM{slice:D4}", Slice(slice));
            if (Doubled.Contains(slice)) yield return ($"DICOM/IM{slice:D4}B", Slice(slice));
        }
    }

    /// <summary>All slices in one file, as many CBCT machines write it (PS3.3, A.38): where each lies stands in a sequence of its own.</summary>
    public byte[] OneFile()
    {
        using var data = new DicomWriter()
            .Text(0x0008_0060, "CS", Modality)
            .Text(0x0010_0010, "PN", Patient)
            .Text(0x0010_0030, "DA", Birth.ToString("yyyyMMdd", CultureInfo.InvariantCulture))
            .Text(0x0020_000E, "UI", "2.25.7000")
            .Number(0x0028_0002, 1)
            .Text(0x0028_0008, "IS", Slices.ToString(CultureInfo.InvariantCulture))
            .Number(0x0028_0010, Size)
            .Number(0x0028_0011, Size)
            .Number(0x0028_0100, 16)
            .Number(0x0028_0101, 12)
            .Sequence(0x5200_9229,
            [
                new DicomWriter()
                    .Sequence(0x0020_9116, [new DicomWriter().Decimals(0x0020_0037, 1, 0, 0, 0, 1, 0)])
                    .Sequence(0x0028_9110, [new DicomWriter().Decimals(0x0018_0050, Spacing).Decimals(0x0028_0030, Pixel, Pixel)]),
            ])
            .Sequence(0x5200_9230, Enumerable.Range(0, Slices).Select(slice => new DicomWriter().Sequence(0x0020_9113, [new DicomWriter().Decimals(0x0020_0032, -20, -20, slice * Spacing)])))
            .Element(0x7FE0_0010, "OW", [.. Enumerable.Range(0, Slices).SelectMany(slice => MemoryMarshal.AsBytes<ushort>(Pixels(slice)).ToArray())]);
        return data.ToPart10(ExplicitLittleEndian);
    }

    /// <summary>As a radiology centre sends it: a ZIP with a folder, and a viewer beside it.</summary>
    public byte[] Zip(bool withViewer = false)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, file) in Files()) Add(zip, name, file);
            if (withViewer) Add(zip, "Viewer.exe", [.. "MZ"u8, .. new byte[5000]]);
            if (withViewer) Add(zip, "AUTORUN.INF", [.. "[autorun]\r\nopen=Viewer.exe\r\n"u8]);
        }

        return bytes.ToArray();
    }

    /// <summary>The bytes of one file.</summary>
    public byte[] Slice(int slice)
    {
        var isOther = slice >= OtherPatientFrom;
        // A tilted gantry shifts each slice along the table's edge (PS3.3, C.8.2.1.1.2).
        var z = slice * Spacing + (IsUneven && slice % 7 == 3 ? 0.2 : 0);
        using var data = new DicomWriter(!IsImplicit)
            .Text(0x0008_0005, "CS", "ISO_IR 100")
            .Text(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.2")
            .Text(0x0008_0018, "UI", $"2.25.7001.{slice}")
            .Text(0x0008_0060, "CS", Modality)
            .Text(0x0010_0010, "PN", isOther ? "LIMA^PEDRO" : Patient)
            .Text(0x0010_0020, "LO", isOther ? "P2" : "P1")
            .Text(0x0010_0030, "DA", Birth.ToString("yyyyMMdd", CultureInfo.InvariantCulture))
            .Decimals(0x0018_0050, Spacing)
            .Decimals(0x0018_1120, Tilt)
            .Text(0x0020_000E, "UI", "2.25.7000")
            .Text(0x0020_0013, "IS", (slice + 1).ToString(CultureInfo.InvariantCulture))
            .Decimals(0x0020_0032, -Size * Pixel / 2, -Size * Pixel / 2 + z * Math.Tan(Tilt * Math.PI / 180), z)
            .Decimals(0x0020_0037, 1, 0, 0, 0, 1, 0)
            .Number(0x0028_0002, 1)
            .Text(0x0028_0004, "CS", "MONOCHROME2")
            .Number(0x0028_0010, Size)
            .Number(0x0028_0011, Size)
            .Decimals(0x0028_0030, Pixel, Pixel)
            .Number(0x0028_0100, 16)
            .Number(0x0028_0101, 12)
            .Number(0x0028_0103, 0);
        if (LossyRatio is { } ratio) data.Text(0x0028_2110, "CS", "01").Decimals(0x0028_2112, ratio);
        data.Element(0x7FE0_0010, "OW", MemoryMarshal.AsBytes<ushort>(Pixels(slice)));
        return IsBare ? data.ToArray() : data.ToPart10(IsImplicit ? ImplicitLittleEndian : ExplicitLittleEndian);
    }

    ushort[] Pixels(int slice)
    {
        var pixels = new ushort[Size * Size];
        var height = slice / (double)Slices;
        for (var row = 0; row < Size; row++)
            for (var column = 0; column < Size; column++)
                pixels[row * Size + column] = Density(2.0 * column / Size - 1, 2.0 * row / Size - 1, height, row * 7919 + column * 104729 + slice * 31);
        return pixels;
    }

    /// <summary>Of twelve bits: air, soft tissue, bone, teeth.</summary>
    static ushort Density(double x, double y, double height, int seed)
    {
        var noise = (seed * 1103515245 + 12345 >> 16) & 63;
        if (x * x + 0.8 * y * y > 0.85) return (ushort)noise;

        // The arch is half an ellipse, open to the back.
        var (across, along) = (Math.Sqrt(x * x / 0.36 + Math.Pow(y - 0.35, 2) / 0.81) - 1, Math.Atan2(0.35 - y, x / 0.6));
        if (y > 0.45 || Math.Abs(across) > 0.16) return (ushort)(1000 + noise);

        var isTooth = height is > 0.35 and < 0.75 && Math.Abs(across) < 0.12 && Math.Cos(along * 14) > -0.75;
        return (ushort)((isTooth ? 2600 : height < 0.5 ? 1900 - 500 * Math.Abs(across) / 0.16 : 1050) + noise);
    }

    static void Add(ZipArchive zip, string name, byte[] file)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        entry.Write(file);
    }
}
