using System.Buffers.Text;

namespace Percurso.Files.Checks.Meshes;

/// <summary>Words and numbers of a line of bytes. A decimal comma is read as a point: some programs write numbers as their computer's language does.</summary>
static class TextNumbers
{
    /// <summary>Takes the next word off a line; empty at its end.</summary>
    public static ReadOnlySpan<byte> Word(ref ReadOnlySpan<byte> line)
    {
        line = line.TrimStart(" \t"u8);
        var end = line.IndexOfAny((byte)' ', (byte)'\t');
        var word = end < 0 ? line : line[..end];
        line = line[word.Length..];
        return word;
    }

    /// <summary>The next word as a number; not a number where it is none, or where the line is over.</summary>
    public static float Number(ref ReadOnlySpan<byte> line)
    {
        var word = Word(ref line);
        if (Utf8Parser.TryParse(word, out float plain, out var used) && used == word.Length) return plain;
        return WithComma(word);
    }

    public static bool Says(this ReadOnlySpan<byte> word, ReadOnlySpan<byte> lower) =>
        word.Length == lower.Length && System.Text.Ascii.EqualsIgnoreCase(word, lower);

    static float WithComma(ReadOnlySpan<byte> word)
    {
        Span<byte> mended = stackalloc byte[40];
        if (word.Length > mended.Length || !word.Contains((byte)',')) return float.NaN;

        word.CopyTo(mended);
        mended = mended[..word.Length];
        mended.Replace((byte)',', (byte)'.');
        return Utf8Parser.TryParse(mended, out float number, out var used) && used == mended.Length ? number : float.NaN;
    }
}
