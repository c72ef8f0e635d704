using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

using Percurso.Kernel;

namespace Percurso.Content.Media;

/// <summary>
/// Counts a PDF's pages as its page tree does (ISO 32000-1, 7.7.3), whose root stands in the file itself or, since PDF 1.5, in a
/// compressed object stream. Nothing else of it is interpreted.
/// </summary>
static partial class PdfPages
{
    /// <summary>What object streams may unfold to, all together; more is no document but an attack.</summary>
    const int MostUnfolded = 64 << 20;

    /// <exception cref="RuleBrokenException">It is cut off, wants a password, or has no pages that can be found.</exception>
    public static int Count(string name, byte[] bytes)
    {
        if (bytes.AsSpan(Math.Max(0, bytes.Length - 2048)).IndexOf("%%EOF"u8) < 0)
            throw new RuleBrokenException("“{0}” chegou pela metade ou está danificado. Envie o arquivo de novo.", name);

        var text = Encoding.Latin1.GetString(bytes);
        if (Encrypted().IsMatch(text)) throw new RuleBrokenException("“{0}” está protegido por senha. Tire a senha e envie de novo.", name);

        var count = Unfolded(text, bytes).Append(text).Select(RootCount).Max();
        return count > 0
            ? count
            : throw new RuleBrokenException("“{0}” não pôde ser aberto como PDF. Salve-o de novo, por exemplo com “Imprimir em PDF”, e envie outra vez.", name);
    }

    /// <summary>Of the last root of a page tree in this text: a file that was added to has an older one before; 0 for none.</summary>
    static int RootCount(string text)
    {
        var count = 0;
        foreach (Match node in Pages().Matches(text))
        {
            var dictionary = Around(text, node.Index);
            if (!dictionary.Contains("/Parent", StringComparison.Ordinal)
                && CountOf().Match(dictionary) is { Success: true } found
                && int.TryParse(found.Groups[1].Value, CultureInfo.InvariantCulture, out var pages)) count = pages;
        }

        return count;
    }

    /// <summary>The dictionary in which a place lies.</summary>
    static string Around(string text, int place)
    {
        var from = Edge(text, place, -1, '<', '>');
        var to = Edge(text, place, 1, '>', '<');
        return text[from..to];
    }

    /// <summary>Where the brackets around a place end in one direction; at most 64 KB away, which no page tree's node reaches.</summary>
    static int Edge(string text, int place, int step, char closes, char opens)
    {
        var depth = 0;
        for (var at = place; at > 0 && at < text.Length - 1 && Math.Abs(at - place) < 1 << 16; at += step)
        {
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
        catch (InvalidDataException)
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
