using System.Buffers.Binary;

using Percurso.Files.Checks.Dicom;
using Percurso.Files.Checks.Meshes;

namespace Percurso.Files.Checks;

/// <summary>Tells a file's content by its first and last bytes.</summary>
static class Sniff
{
    /// <summary>How much of the beginning is looked at, in bytes.</summary>
    const int Start = 4096;

    /// <summary>A ZIP's directory ends at most this far before the file's end (APPNOTE 4.3.16: 22 bytes and a comment).</summary>
    const int End = 22 + 0xFFFF;

    public static FileContent Of(SentFile file)
    {
        if (file.Length == 0) return FileContent.Empty;

        using var stream = file.Open();
        Span<byte> start = stackalloc byte[Start];
        start = start[..stream.ReadAtLeast(start, Start, throwOnEndOfStream: false)];
        if (start.IsEmpty) return FileContent.Empty;

        var content = Of(start, file);
        return content is not (FileContent.Zip or FileContent.Program or FileContent.Unknown) && stream.CanSeek && EndsAsZip(stream) ? FileContent.TwoFaced : content;
    }

    static FileContent Of(ReadOnlySpan<byte> start, SentFile file)
    {
        if (IsDicomPart10(start)) return IsHarmlessPreamble(start) ? FileContent.Dicom : FileContent.TwoFaced;

        return start switch
        {
            [(byte)'M', (byte)'Z', ..] or [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] or [(byte)'#', (byte)'!', ..]
                or [0xCA, 0xFE, 0xBA, 0xBE, ..] or [0xCF or 0xCE, 0xFA, 0xED, 0xFE, ..] or [0x4C, 0, 0, 0, 1, 0x14, 2, 0, ..] => FileContent.Program,
            [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => FileContent.Zip,
            [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] or [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] or [0x1F, 0x8B, 8, ..] => FileContent.OtherArchive,
            [0xFF, 0xD8, 0xFF, ..] => HidesPdf(start) ? FileContent.TwoFaced : FileContent.Jpeg,
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => HidesPdf(start) ? FileContent.TwoFaced : FileContent.Png,
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => FileContent.Pdf,
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => IsHeic(start) ? FileContent.Heic : FileContent.Unknown,
            _ => MeshSniff.Of(start, file) is not FileContent.Unknown and var mesh ? mesh : BareDataSet.Recognise(start) is not null ? FileContent.Dicom : FileContent.Unknown,
        };
    }

    /// <summary>PS3.10, 7.1: 128 bytes of preamble, then the prefix.</summary>
    static bool IsDicomPart10(ReadOnlySpan<byte> start) => start.Length > 132 && start[128..132].SequenceEqual("DICM"u8);

    /// <summary>The preamble may be anything, and so may hold a program that starts when the file is called so (CVE-2019-11687).</summary>
    static bool IsHarmlessPreamble(ReadOnlySpan<byte> start) =>
        !start.StartsWith("MZ"u8) && !start.StartsWith("\x7FELF"u8) && !start.StartsWith("#!"u8) && !start.StartsWith("PK"u8) && !start.StartsWith("%PDF"u8) && !start.StartsWith("<"u8);

    /// <summary>Readers of PDF accept its heading anywhere in the first 1024 bytes (ISO 32000-1, annex H, note 13).</summary>
    static bool HidesPdf(ReadOnlySpan<byte> start) => start[..Math.Min(1024, start.Length)].IndexOf("%PDF-"u8) >= 0;

    /// <summary>ISO/IEC 23008-12, annex B: films and AVIF begin alike and name other brands.</summary>
    static bool IsHeic(ReadOnlySpan<byte> start) =>
        start.Length >= 12 && (start[8..12].StartsWith("he"u8) || start[8..12].SequenceEqual("mif1"u8) || start[8..12].SequenceEqual("msf1"u8));

    static bool EndsAsZip(Stream stream)
    {
        var length = (int)Math.Min(End, stream.Length);
        var end = new byte[length];
        stream.Position = stream.Length - length;
        stream.ReadExactly(end);
        for (var at = end.AsSpan().LastIndexOf("PK\x05\x06"u8); at >= 0; at = end.AsSpan(0, at).LastIndexOf("PK\x05\x06"u8))
            if (at + 22 <= length && at + 22 + BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(at + 20)) <= length) return true;
        return false;
    }
}
