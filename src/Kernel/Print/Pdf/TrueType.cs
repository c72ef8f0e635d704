using System.Buffers.Binary;

namespace Percurso.Kernel.Print.Pdf;

/// <summary>A TrueType font (OpenType 1.9, with <c>glyf</c> outlines): which glyph a character has, how wide it is, and the glyphs themselves.</summary>
sealed class TrueType
{
    /// <summary>What a part of the font needs as it is: measures, and the programs that fit outlines to pixels.</summary>
    static readonly string[] Unchanged = ["cvt ", "fpgm", "hhea", "hmtx", "maxp", "prep"];

    readonly byte[] bytes;
    readonly Dictionary<string, (int At, int Length)> tables = [];
    readonly Dictionary<int, int> glyphs = [];
    readonly int measured;

    public TrueType(byte[] bytes)
    {
        this.bytes = bytes;
        for (var i = 0; i < U16(4); i++)
        {
            var entry = 12 + 16 * i;
            tables[System.Text.Encoding.ASCII.GetString(bytes, entry, 4)] = ((int)U32(entry + 8), (int)U32(entry + 12));
        }

        UnitsPerEm = U16(At("head") + 18);
        (Ascent, Descent) = (S16(At("hhea") + 4), S16(At("hhea") + 6));
        measured = U16(At("hhea") + 34);
        CapHeight = S16(At("OS/2") + 88);
        Box = [S16(At("head") + 36), S16(At("head") + 38), S16(At("head") + 40), S16(At("head") + 42)];
        ReadCharacters();
    }

    public int UnitsPerEm { get; }
    public int Ascent { get; }
    public int Descent { get; }
    public int CapHeight { get; }

    /// <summary>Left, bottom, right, top of all glyphs, in font units.</summary>
    public IReadOnlyList<int> Box { get; }

    /// <summary>0, the empty box, for a character the font does not have.</summary>
    public int GlyphOf(int character) => glyphs.GetValueOrDefault(character);

    /// <summary>In font units.</summary>
    public int AdvanceOf(int glyph) => U16(At("hmtx") + 4 * Math.Min(glyph, measured - 1));

    /// <summary>The same font with the outlines of these glyphs only; glyphs keep their numbers.</summary>
    public byte[] With(IEnumerable<int> wanted)
    {
        var kept = new SortedSet<int> { 0 };
        foreach (var glyph in wanted) Keep(glyph, kept);

        var count = U16(At("maxp") + 4);
        using var outlines = new MemoryStream();
        var places = new byte[4 * (count + 1)];
        for (var glyph = 0; glyph < count; glyph++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(places.AsSpan(4 * glyph), (uint)outlines.Length);
            if (kept.Contains(glyph)) outlines.Write(OutlineOf(glyph));
            while (outlines.Length % 4 != 0) outlines.WriteByte(0);
        }

        BinaryPrimitives.WriteUInt32BigEndian(places.AsSpan(4 * count), (uint)outlines.Length);
        var head = Table("head").ToArray();
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);   // long places
        return Assemble(
        [
            .. Unchanged.Where(tables.ContainsKey).Select(name => (name, Table(name).ToArray())),
            ("glyf", outlines.ToArray()), ("head", head), ("loca", places),
        ]);
    }

    /// <summary>A composite glyph brings those it is made of (OpenType, <c>glyf</c>).</summary>
    void Keep(int glyph, SortedSet<int> kept)
    {
        if (!kept.Add(glyph)) return;

        var (at, length) = PlaceOf(glyph);
        if (length == 0 || S16(at) >= 0) return;

        for (var next = at + 10; ;)
        {
            var flags = U16(next);
            Keep(U16(next + 2), kept);
            next += 4 + ((flags & 0x1) != 0 ? 4 : 2) + ((flags & 0x8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
            if ((flags & 0x20) == 0) return;
        }
    }

    ReadOnlySpan<byte> OutlineOf(int glyph)
    {
        var (at, length) = PlaceOf(glyph);
        return bytes.AsSpan(at, length);
    }

    (int At, int Length) PlaceOf(int glyph)
    {
        var isLong = U16(At("head") + 50) == 1;
        int Place(int number) => isLong ? (int)U32(At("loca") + 4 * number) : 2 * U16(At("loca") + 2 * number);
        return (At("glyf") + Place(glyph), Place(glyph + 1) - Place(glyph));
    }

    /// <summary>Format 4 of the <c>cmap</c> table: the characters below U+10000.</summary>
    void ReadCharacters()
    {
        var map = At("cmap");
        for (var i = 0; i < U16(map + 2); i++)
        {
            var table = map + (int)U32(map + 4 + 8 * i + 4);
            if (U16(table) != 4) continue;

            var segments = U16(table + 6) / 2;
            for (var segment = 0; segment < segments; segment++) ReadSegment(table + 14, segments, segment);
            return;
        }

        throw new FormatException("The font has no character map of format 4.");
    }

    void ReadSegment(int ends, int segments, int segment)
    {
        var starts = ends + 2 * segments + 2;
        var (end, start) = (U16(ends + 2 * segment), U16(starts + 2 * segment));
        var delta = U16(starts + 2 * segments + 2 * segment);
        var offsetAt = starts + 4 * segments + 2 * segment;
        var offset = U16(offsetAt);
        for (var character = start; character <= end && character != 0xFFFF; character++)
        {
            var glyph = offset == 0 ? (character + delta) & 0xFFFF : U16(offsetAt + offset + 2 * (character - start));
            if (offset != 0 && glyph != 0) glyph = (glyph + delta) & 0xFFFF;
            if (glyph != 0) glyphs[character] = glyph;
        }
    }

    static byte[] Assemble(IEnumerable<(string Name, byte[] Content)> parts)
    {
        var all = parts.OrderBy(part => part.Name, StringComparer.Ordinal).ToList();
        using var font = new MemoryStream();
        Span<byte> header = stackalloc byte[12];
        header.Clear();
        BinaryPrimitives.WriteUInt32BigEndian(header, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(header[4..], (ushort)all.Count);
        font.Write(header);
        var place = 12 + 16 * all.Count;
        Span<byte> entry = stackalloc byte[16];
        foreach (var (name, content) in all)
        {
            System.Text.Encoding.ASCII.GetBytes(name, entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Sum(content));
            BinaryPrimitives.WriteUInt32BigEndian(entry[8..], (uint)place);
            BinaryPrimitives.WriteUInt32BigEndian(entry[12..], (uint)content.Length);
            font.Write(entry);
            place += (content.Length + 3) / 4 * 4;
        }

        foreach (var (_, content) in all)
        {
            font.Write(content);
            while (font.Length % 4 != 0) font.WriteByte(0);
        }

        return font.ToArray();
    }

    static uint Sum(byte[] content)
    {
        uint sum = 0;
        for (var i = 0; i < content.Length; i++) sum += (uint)content[i] << (24 - 8 * (i % 4));
        return sum;
    }

    ReadOnlySpan<byte> Table(string name) => bytes.AsSpan(tables[name].At, tables[name].Length);

    int At(string table) => tables[table].At;

    int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));

    int S16(int at) => BinaryPrimitives.ReadInt16BigEndian(bytes.AsSpan(at));

    uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
}
