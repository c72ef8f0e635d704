using System.Globalization;
using System.Text;

namespace Percurso.Kernel.Print.Pdf;

/// <summary>One of the interface's fonts (Figtree, SIL Open Font License) in one document, which takes only the glyphs it uses.</summary>
sealed class PdfFont
{
    static readonly Dictionary<string, TrueType> read = new[] { "regular", "semibold", "bold" }.ToDictionary(face => face, Read);

    readonly TrueType font;
    readonly string face;
    readonly SortedDictionary<int, int> used = [];

    public PdfFont(string face) => (this.face, font) = (face, read[face]);

    /// <summary>In points, in any document.</summary>
    public static double WidthOf(string face, string text, double size)
    {
        var font = read[face];
        return text.EnumerateRunes().Sum(rune => font.AdvanceOf(font.GlyphOf(rune.Value))) * size / font.UnitsPerEm;
    }

    /// <summary>As a content stream writes it: two bytes for each glyph.</summary>
    public string Encode(string text)
    {
        var hex = new StringBuilder("<");
        foreach (var rune in text.EnumerateRunes())
        {
            var glyph = font.GlyphOf(rune.Value);
            used[glyph] = rune.Value;
            hex.Append(glyph.ToString("X4", CultureInfo.InvariantCulture));
        }

        return hex.Append('>').ToString();
    }

    /// <summary>A composite font over a TrueType one, its glyphs addressed by their numbers (ISO 32000-1, 9.7).</summary>
    public int Write(PdfFile file)
    {
        // Six letters before the name say that it is a part of the font (9.6.4).
        var name = $"PERCUR+Figtree-{face}";
        int Scaled(int units) => units * 1000 / font.UnitsPerEm;
        var program = file.AddStream(font.With(used.Keys));
        var box = string.Join(' ', font.Box.Select(Scaled));
        var descriptor = file.Add(
            $"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{box}] /ItalicAngle 0 /Ascent {Scaled(font.Ascent)} /Descent {Scaled(font.Descent)} /CapHeight {Scaled(font.CapHeight)} /StemV 80 /FontFile2 {program} 0 R >>");
        var widths = string.Join(' ', used.Keys.Select(glyph => $"{glyph} [{Scaled(font.AdvanceOf(glyph))}]"));
        var descendant = file.Add(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /DW 500 /W [{widths}] >>");
        return file.Add(
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {file.AddStream(Encoding.ASCII.GetBytes(ToUnicode()))} 0 R >>");
    }

    /// <summary>Which characters the glyphs are, so that text can be searched, copied and read aloud (9.10.3).</summary>
    string ToUnicode()
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Percurso def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (var part in used.Where(pair => pair.Key != 0).Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var (glyph, character) in part)
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(character)))}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap CMapName currentdict /CMap defineresource pop end end").ToString();
    }

    static TrueType Read(string face)
    {
        using var stream = typeof(PdfFont).Assembly.GetManifestResourceStream($"print-{face}.ttf")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new(bytes);
    }
}
