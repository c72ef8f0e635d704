using System.IO.Compression;
using System.Text;

using Percurso.Testing;
using Percurso.Testing.Samples;

namespace Percurso.Fuzz;

sealed record Sample(string Name, byte[] Bytes);

/// <summary>What is broken: one small file of each format, sound before.</summary>
static class Samples
{
    public static IReadOnlyList<Sample> All { get; } = [.. Make()];

    /// <summary>Words that mean something in one of the formats.</summary>
    public static IReadOnlyList<byte[]> Words { get; } =
    [
        .. new[] { "solid", "facet normal", "vertex 1e39 nan -inf", "endloop\nendfacet\n", "f -1 -2 -99999999", "v 1,5 2,5 3,5\n", "element vertex 4000000000", "property list uint float vertex_indices", "PK\u0001\u0002", "PK\u0003\u0004", "PK\u0005\u0006", "PK\u0006\u0007", "../../x", "DICM", "MZ", "%PDF-", "%%EOF", "/Encrypt 1 0 R", "/Type /Pages /Count 999999", "<<", ">>", "stream\n", "IHDR", "IEND" }.Select(Encoding.Latin1.GetBytes),
        [0xFE, 0xFF, 0x00, 0xE0, 0xFF, 0xFF, 0xFF, 0xFF], [0xFE, 0xFF, 0xDD, 0xE0, 0, 0, 0, 0], [0xE0, 0x7F, 0x10, 0x00], [0x00, 0x52, 0x30, 0x92, (byte)'S', (byte)'Q', 0, 0, 0xFF, 0xFF, 0xFF, 0xFF],
        [0xFF, 0xD8, 0xFF], [0xFF, 0xDA], [0xFF, 0xC4], [0xFF, 0xD0], [0xFF, 0xD9], [0xFF, 0x00],
    ];

    static IEnumerable<Sample> Make()
    {
        var scan = new ScanMesh(120).Stl();
        yield return new("arcada.stl", scan);
        yield return new("arcada-texto.stl", Ascii(60));
        yield return new("arcada.ply", Ply());
        yield return new("arcada.obj", Encoding.ASCII.GetBytes("v 0 0 0\nv 30 0 0\nv 0 40 0\nv 0 0 9\nf 1 2 3\nf 1/1/1 3/2/2 4//3\nf -4 -3 -2 -1\n"));
        var small = new Tomography { Slices = 4, Size = 8, Spacing = 5 };
        yield return new("corte.dcm", small.Slice(0));
        yield return new("corte", (small with { IsBare = true, IsImplicit = true }).Slice(1));
        yield return new("tomografia.zip", small.Zip(withViewer: true));
        yield return new("dentro.zip", Zip(("a/exame.zip", small.Zip()), ("b/upper.stl", scan)));
        yield return new("foto.jpg", SampleFiles.Jpeg());
        yield return new("foto.png", SampleFiles.Png());
        yield return new("ficha.pdf", SampleFiles.Pdf(3));
        yield return new("ficha2.pdf", SampleFiles.CompressedPdf(3));
        foreach (var name in new[] { "dicom/pydicom-MR_small_RLE.dcm", "dicom/pydicom-image_dfl.dcm", "dicom/pydicom-test-SR.dcm", "dicom/pydicom-ExplVR_BigEnd.dcm", "images/grey.jpg" })
            if (File.Exists(Repository.At("tests", "Samples", name))) yield return new(Path.GetFileName(name), File.ReadAllBytes(Repository.At("tests", "Samples", name)));
    }

    static byte[] Ascii(int facets)
    {
        var text = new StringBuilder("solid scan\n");
        for (var i = 0; i < facets; i++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"facet normal 0 0 1\nouter loop\nvertex {i} 0 0\nvertex {i + 1} 0 0\nvertex {i} {30 + i} 1.5e0\nendloop\nendfacet\n");
        return Encoding.ASCII.GetBytes(text.Append("endsolid scan\n").ToString());
    }

    static byte[] Ply()
    {
        var header = "ply\nformat binary_little_endian 1.0\nelement vertex 4\nproperty float x\nproperty float y\nproperty float z\nproperty uchar red\nelement face 3\nproperty list uchar int vertex_indices\nend_header\n"u8;
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(header);
        foreach (var (x, y, z) in new[] { (0f, 0f, 0f), (30f, 0f, 0f), (0f, 40f, 0f), (0f, 0f, 9f) })
        {
            writer.Write(x);
            writer.Write(y);
            writer.Write(z);
            writer.Write((byte)200);
        }

        foreach (var (a, b, c) in new[] { (0, 1, 2), (0, 2, 3), (1, 2, 3) })
        {
            writer.Write((byte)3);
            writer.Write(a);
            writer.Write(b);
            writer.Write(c);
        }

        return bytes.ToArray();
    }

    static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, file) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(file);
            }

        return bytes.ToArray();
    }
}
