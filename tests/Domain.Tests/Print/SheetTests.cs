using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

using Percurso.Kernel.Print;

namespace Percurso.Domain.Tests.Print;

/// <summary>Reads the files back by the rules of ISO 32000-1, not by our own code.</summary>
public sealed partial class SheetTests
{
    static Sheet New(string title = "Tomografia") => new(new(title, "Empresa", "versão 1", CultureInfo.GetCultureInfo("pt-BR")) { Path = (7, 1) });

    [Fact]
    public void Every_object_is_where_the_table_says()
    {
        var file = Latin(New().Heading("Como fazer").Paragraph("Peça **isto**.").Note("Cuidado.").Table([["A", "B"], ["1", "2"]]).Check("Feito", true).Field("Nome", null, 2).ToPdf());

        var table = int.Parse(Regex.Match(file, @"startxref\n(\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.StartsWith("xref", file[table..], StringComparison.Ordinal);
        var places = Place().Matches(file[table..]).Select(place => int.Parse(place.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        Assert.All(places.Index(), place => Assert.StartsWith($"{place.Index + 1} 0 obj", file[place.Item..], StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_written_can_be_searched_copied_and_read_aloud()
    {
        var bytes = New().Heading("Açúcar & cia.").Paragraph("Peça **isto**, e só isto.").ToPdf();

        Assert.Contains("Açúcar & cia.", Words(bytes), StringComparison.Ordinal);
        Assert.Contains("Peça isto, e só isto.", Words(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_tagged_in_its_order_and_says_its_language_and_title()
    {
        var file = Latin(New().Heading("Um").Section("Dois").Paragraph("Três").ToPdf());

        Assert.Equal(["H1", "H2", "P"], Element().Matches(file).Select(element => element.Groups[1].Value).Where(type => type != "Document"));
        Assert.Contains("/Marked true", file, StringComparison.Ordinal);
        Assert.Contains($"/Lang <FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes("pt-BR"))}>", file, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_sheet_takes_the_pages_it_needs_and_numbers_them()
    {
        var sheet = New();
        for (var i = 0; i < 120; i++) sheet.Paragraph("Uma linha atrás da outra, e mais outra.");
        var bytes = sheet.ToPdf();

        Assert.Contains("/Count 4", Latin(bytes), StringComparison.Ordinal);
        Assert.Contains("4 / 4", Words(bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<svg viewBox=\"0 0 10 10\"><image/></svg>")]
    [InlineData("<svg viewBox=\"0 0 10 10\"><path d=\"M 0 0 A 1 1 0 0 0 2 2\"/></svg>")]
    [InlineData("<svg><circle r=\"1\"/></svg>")]
    public void A_drawing_that_cannot_be_drawn_is_refused(string svg) => Assert.Throws<FormatException>(() => LineDrawing.Parse(svg));

    static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    /// <summary>What a reader gets: each text operator's glyphs, by the ToUnicode map of the font it names.</summary>
    static string Words(byte[] bytes)
    {
        var file = Latin(bytes);
        var streams = Stream().Matches(file).ToDictionary(
            stream => int.Parse(stream.Groups[1].Value, CultureInfo.InvariantCulture),
            stream => Inflate(bytes.AsSpan(stream.Index + stream.Length, int.Parse(stream.Groups[2].Value, CultureInfo.InvariantCulture)).ToArray()));
        var maps = Regex.Matches(file, @"/BaseFont /PERCUR\+Figtree-(\w+) /Encoding /Identity-H .*?/ToUnicode (\d+) 0 R").ToDictionary(
            font => font.Groups[1].Value,
            font => Regex.Matches(streams[int.Parse(font.Groups[2].Value, CultureInfo.InvariantCulture)], "<([0-9A-F]{4})> <([0-9A-F]{4})>").ToDictionary(pair => pair.Groups[1].Value, pair => (char)Convert.ToInt32(pair.Groups[2].Value, 16)));
        var words = new StringBuilder();
        foreach (var stream in streams.Values)
            foreach (Match text in Regex.Matches(stream, @"BT /(\w+) .*?<([0-9A-F]*)> Tj"))
                foreach (var glyph in text.Groups[2].Value.Chunk(4)) words.Append(maps[text.Groups[1].Value][new(glyph)]);
        return Regex.Replace(words.ToString(), " +", " ");
    }

    static string Inflate(byte[] packed)
    {
        using var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        stream.CopyTo(plain);
        return Latin(plain.ToArray());
    }

    [GeneratedRegex(@"(\d{10}) 00000 n")]
    private static partial Regex Place();

    [GeneratedRegex("/Type /StructElem /S /([A-Za-z0-9]+)")]
    private static partial Regex Element();

    [GeneratedRegex(@"(\d+) 0 obj\n<<[^\n]*?/Length (\d+) /Filter /FlateDecode >>\nstream\n")]
    private static partial Regex Stream();
}
