using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

using Percurso.Files.Checks;

namespace Percurso.Testing.Samples;

/// <summary>What was sent, made here with one fault each; the tables of <c>docs/spec/checks.md</c> call them by these names.</summary>
static class Faults
{
    const FileSort Ct = FileSort.Tomography, Scan = FileSort.Scan, Photo = FileSort.Photograph, Sheet = FileSort.Document;

    static readonly Tomography sound = new();

    public static IReadOnlyDictionary<string, Func<CheckOrder>> All { get; } = new Dictionary<string, Func<CheckOrder>>
    {
        ["ct, sound"] = () => Series(sound),
        ["ct, sound, as a ZIP with its viewer"] = () => One("exame.zip", sound.Zip(withViewer: true), Ct),
        ["ct, bare and implicit"] = () => Series(sound with { IsBare = true, IsImplicit = true }),
        ["ct, all slices in one file"] = () => One("exame.dcm", sound.OneFile(), Ct),
        ["ct, 40 slices in one file"] = () => One("exame.dcm", (sound with { Slices = 40 }).OneFile(), Ct),
        ["ct, a slice is missing"] = () => Series(sound with { Missing = [70] }),
        ["ct, two slices come twice"] = () => Series(sound with { Doubled = [30, 31] }),
        ["ct, tilted by 3 degrees"] = () => Series(sound with { Tilt = 3 }),
        ["ct, every 1.2 mm"] = () => Series(sound with { Spacing = 1.2, Slices = 60 }),
        ["ct, uneven"] = () => Series(sound with { IsUneven = true }),
        ["ct, lossy 15 to 1"] = () => Series(sound with { LossyRatio = 15 }),
        ["ct, two patients"] = () => Series(sound with { OtherPatientFrom = 100 }),
        ["ct, another name"] = () => Series(sound with { Patient = "LIMA^PEDRO" }),
        ["ct, nearly the name"] = () => Series(sound with { Patient = "SOUZA^ANA PAULA" }),
        ["ct, the name without accents and in order"] = () => Series(sound with { Patient = "Ana Lucia De Souza" }),
        ["ct, no name"] = () => Series(sound with { Patient = "" }),
        ["ct, another birth date"] = () => Series(sound with { Birth = new(1971, 9, 4) }),
        ["ct, few slices"] = () => Series(sound with { Slices = 40 }),
        ["ct, narrow field"] = () => Series(sound with { Pixel = 0.2 }),
        ["ct, a file broken off"] = () => Series(sound, file => file.Name.EndsWith("0050", StringComparison.Ordinal) ? file.Bytes[..5000] : file.Bytes),
        ["mr"] = () => Series(sound with { Modality = "MR" }),
        ["scan, sound"] = () => One("upper.stl", new ScanMesh(60_000).Stl(), Scan),
        ["scan, in inches"] = () => One("upper.stl", Scaled(1 / 25.4f), Scan),
        ["scan, in metres"] = () => One("upper.stl", Scaled(0.001f), Scan),
        ["scan, in micrometres"] = () => One("upper.stl", Scaled(1000), Scan),
        ["scan, without name or heading"] = () => One("arquivo", new ScanMesh(60_000).Stl(), Scan),
        ["scan, a scanner's ZIP"] = () => One("export.zip", Zip(("P1/P1_upper.stl", new ScanMesh(60_000).Stl()), ("P1/P1_lower.stl", new ScanMesh(50_000).Stl()), ("P1/info.xml", "<x/>"u8.ToArray())), Scan),
        ["3Shape mesh named .dcm"] = () => One("scan.dcm", """<?xml version="1.0" encoding="UTF-8"?><HPS version="1.1"><Packed_geometry/></HPS>"""u8.ToArray(), Ct),
        ["program named .dcm"] = () => One("scan.dcm", [.. "MZ"u8, .. new byte[400]], Ct),
        ["program in a DICOM preamble"] = () => One("scan.dcm", Start(sound.Slice(0), "MZ"u8), Ct),
        ["nothing"] = () => One("scan.stl", [], Scan),
        ["photograph in the scan's slot"] = () => One("scan.stl", SampleFiles.Jpeg(), Scan),
        ["mesh in the tomography's slot"] = () => One("exame.zip", Zip(("a.stl", new ScanMesh(6_000).Stl())), Ct),
        ["text named .stl"] = () => One("scan.stl", Encoding.UTF8.GetBytes(new string('a', 500)), Scan),
        ["RAR"] = () => One("exame.rar", [.. "Rar!\x1a\x07\x00"u8, .. new byte[200]], Ct),
        ["ZIP that leaves its folder"] = () => One("exame.zip", Zip(("../../etc/passwd", [1, 2, 3])), Ct),
        ["ZIP that leaves its folder the other way"] = () => One("exame.zip", Zip(("..\\..\\x.dcm", [1, 2, 3])), Ct),
        ["ZIP with an absolute path"] = () => One("exame.zip", Zip(("C:\\x.dcm", [1, 2, 3])), Ct),
        ["ZIP bomb"] = () => One("exame.zip", Bomb(), Ct),
        ["ZIP in ZIP in ZIP in ZIP"] = () => One("exame.zip", Nested(4), Ct),
        ["ZIP in ZIP, sound"] = () => One("exame.zip", Zip(("caixa/exame.zip", sound.Zip())), Ct),
        ["ZIP of too many entries"] = () => One("exame.zip", Zip([.. Enumerable.Range(0, 20_001).Select(number => ($"{number}", Array.Empty<byte>()))]), Ct),
        ["ZIP with a password"] = () => One("exame.zip", Locked(Zip(("a.dcm", [1, 2, 3]))), Ct),
        ["ZIP broken off"] = () => One("exame.zip", sound.Zip()[..100_000], Ct),
        ["ZIP of viewers only"] = () => One("exame.zip", Zip(("Viewer.exe", [.. "MZ"u8, .. new byte[100]])), Ct),
        ["photograph with a ZIP behind it"] = () => One("foto.jpg", [.. SampleFiles.Jpeg(), .. Zip(("a", [1]))], Photo),
        ["photograph, sound header"] = () => One("foto.png", SampleFiles.Png(2000, 1500), Photo),
        ["photograph, small"] = () => One("foto.png", SampleFiles.Png(640, 400), Photo),
        ["photograph, broken off"] = () => One("foto.png", SampleFiles.Png()[..^8], Photo),
        ["film"] = () => One("filme.mp4", [0, 0, 0, 24, .. "ftypisom"u8, .. new byte[40]], Photo),
        ["photograph, HEIC"] = () => One("foto.heic", [0, 0, 0, 24, .. "ftypheic"u8, .. new byte[40]], Photo),
        ["sheet, sound"] = () => One("ficha.pdf", SampleFiles.Pdf(2), Sheet),
        ["sheet, compressed"] = () => One("ficha.pdf", SampleFiles.CompressedPdf(2), Sheet),
        ["sheet, locked"] = () => One("ficha.pdf", "%PDF-1.4 trailer << /Encrypt 5 0 R >> %%EOF"u8.ToArray(), Sheet),
        ["sheet, broken off"] = () => One("ficha.pdf", SampleFiles.Pdf()[..^10], Sheet),
        ["sheet of 30 pages"] = () => One("ficha.pdf", SampleFiles.Pdf(30), Sheet),
    };

    static CheckOrder Series(Tomography tomography, Func<(string Name, byte[] Bytes), byte[]>? change = null) =>
        OfTheCase(tomography.Files().Select(file => Sent.Bytes(file.Name, change?.Invoke(file) ?? file.Bytes)).ToArray().To(Ct));

    static CheckOrder One(string name, byte[] bytes, FileSort wanted) => OfTheCase(new[] { Sent.Bytes(name, bytes) }.To(wanted));

    static CheckOrder OfTheCase(CheckOrder order) => order with { PatientName = "Ana Lúcia de Souza", BirthDate = new DateOnly(1971, 4, 9) };

    static byte[] Scaled(float times)
    {
        var stl = new ScanMesh(60_000).Stl();
        for (var triangle = 84; triangle < stl.Length; triangle += 50)
            for (var at = triangle + 12; at < triangle + 48; at += 4)
                BinaryPrimitives.WriteSingleLittleEndian(stl.AsSpan(at), times * BinaryPrimitives.ReadSingleLittleEndian(stl.AsSpan(at)));
        return stl;
    }

    static byte[] Start(byte[] bytes, ReadOnlySpan<byte> start)
    {
        start.CopyTo(bytes);
        return bytes;
    }

    static byte[] Nested(int deep) => Enumerable.Range(1, deep).Aggregate("x"u8.ToArray(), (inner, level) => Zip((level == 1 ? "a.dcm" : "a.zip", inner)));

    /// <summary>A slice of 6000 × 6000 pixels of nothing, a thousandth of its size when packed.</summary>
    static byte[] Bomb()
    {
        using var slice = new DicomWriter().Text(0x0008_0060, "CS", "CT").Number(0x0028_0010, 6000).Number(0x0028_0011, 6000).Number(0x0028_0100, 16).Element(0x7FE0_0010, "OW", new byte[72_000_000]);
        return Zip(CompressionLevel.SmallestSize, ("a.dcm", slice.ToPart10("1.2.840.10008.1.2.1")));
    }

    /// <summary>The bit that says so, in the entry and in the directory (APPNOTE 4.4.4).</summary>
    static byte[] Locked(byte[] zip)
    {
        zip[6] |= 1;
        zip[zip.AsSpan().IndexOf("PK\x01\x02"u8) + 8] |= 1;
        return zip;
    }

    static byte[] Zip(params (string Name, byte[] Bytes)[] files) => Zip(CompressionLevel.Fastest, files);

    static byte[] Zip(CompressionLevel level, params (string Name, byte[] Bytes)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, file) in files)
            {
                using var entry = zip.CreateEntry(name, level).Open();
                entry.Write(file);
            }

        return bytes.ToArray();
    }
}
