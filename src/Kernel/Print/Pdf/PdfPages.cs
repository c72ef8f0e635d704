using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Percurso.Kernel.Print.Pdf;

/// <summary>
/// Counts a PDF's pages as its page tree does (ISO 32000-1, 7.7.3), whose root stands in the file itself or, since PDF 1.5, in a
/// compressed object stream. Nothing else of it is interpreted.
/// </summary>
public static partial class PdfPages
{
    /// <summary>What object streams may unfold to, all together; more is no document but an attack.</summary>
    const int MostUnfolded = 64 << 20;

    /// <summary>What looking for page trees may cost, in letters passed.</summary>
    const int MostPassed = 40_000_000;

    /// <summary>How many pages it has; 0 where no page tree can be found.</summary>
    /// <param name="pdf">The whole file.</param>
    /// <param name="trouble">Why it cannot be opened.</param>
    public static int Count(byte[] pdf, out PdfTrouble trouble)
    {
        if (pdf.AsSpan(Math.Max(0, pdf.Length - 2048)).IndexOf("%%EOF"u8) < 0)
        {
            trouble = PdfTrouble.Cut;
            return 0;
        }

        var text = Encoding.Latin1.GetString(pdf);
        if (Encrypted().IsMatch(text))
        {
            trouble = PdfTrouble.Locked;
            return 0;
        }

        var left = MostPassed;
        var count = 0;
        foreach (var part in Unfolded(text, pdf).Append(text)) count = Math.Max(count, RootCount(part, ref left));
        trouble = count > 0 ? PdfTrouble.None : PdfTrouble.NoPages;
        return count;
    }

    /// <summary>Of the last root of a page tree in this text: a file that was added to has an older one before; 0 for none.</summary>
    static int RootCount(string text, ref int left)
    {
        var count = 0;
        foreach (Match node in Pages().Matches(text))
        {
            if (left < 0) break;

            var dictionary = Around(text, node.Index, ref left);
            if (!dictionary.Contains("/Parent", StringComparison.Ordinal)
                && CountOf().Match(dictionary) is { Success: true } found
                && int.TryParse(found.Groups[1].Value, CultureInfo.InvariantCulture, out var pages)) count = pages;
        }

        return count;
    }

    /// <summary>The dictionary in which a place lies.</summary>
    static string Around(string text, int place, ref int left)
    {
        var from = Edge(text, place, -1, '<', '>', ref left);
        var to = Edge(text, place, 1, '>', '<', ref left);
        return text[from..to];
    }

    /// <summary>Where the brackets around a place end in one direction; at most 64 KB away, which no page tree's node reaches.</summary>
    static int Edge(string text, int place, int step, char closes, char opens, ref int left)
    {
        var depth = 0;
        for (var at = place; at > 0 && at < text.Length - 1 && Math.Abs(at - place) < 1 << 16; at += step)
        {
            left--;
            if (text[at] == opens && text[at + step] == opens) (depth, at) = (depth + 1, at + step);
            else if (text[at] == closes && text[at + step] == closes)
            {
                if (depth == 0) return at;
                (depth, at) = (depth - 1, at + step);
            }
        }

        return place;
    }

    static IEnumerable<string> Unfolded(string text, byte[] bytes)
    {
        var left = MostUnfolded;
        foreach (Match stream in ObjectStreams().Matches(text))
        {
            var from = stream.Index + stream.Length;
            var to = text.IndexOf("endstream", from, StringComparison.Ordinal);
            if (to < 0 || left <= 0) yield break;

            var unfolded = Inflate(bytes.AsMemory(from, to - from), left);
            left -= unfolded.Length;
            yield return unfolded;
        }
    }

    static string Inflate(ReadOnlyMemory<byte> data, int most)
    {
        using var unfolded = new MemoryStream();
        try
        {
            using var stream = new ZLibStream(new MemoryStream(data.ToArray()), CompressionMode.Decompress);
            var piece = new byte[64 << 10];
            for (int read; unfolded.Length < most && (read = stream.Read(piece)) > 0;) unfolded.Write(piece, 0, read);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            // What came before the damage is looked at all the same.
        }

        return Encoding.Latin1.GetString(unfolded.GetBuffer(), 0, (int)unfolded.Length);
    }

    [GeneratedRegex(@"/Encrypt\s*(?:<<|\d+\s+\d+\s+R)")]
    private static partial Regex Encrypted();

    [GeneratedRegex(@"/Type\s*/Pages\b")]
    private static partial Regex Pages();

    [GeneratedRegex(@"/Count\s+(\d{1,6})\b")]
    private static partial Regex CountOf();

    [GeneratedRegex(@"/Type\s*/ObjStm\b[^>]{0,400}>>\s{0,4}stream\r?\n")]
    private static partial Regex ObjectStreams();
}

/// <summary>Why a PDF cannot be opened.</summary>
public enum PdfTrouble
{
    None,

    /// <summary>Its end is missing.</summary>
    Cut,

    /// <summary>It wants a password.</summary>
    Locked,

    /// <summary>No page can be found in it.</summary>
    NoPages,
}
