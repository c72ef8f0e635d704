namespace Percurso.Files.Checks.Photos;

/// <summary>What a JPEG's headers say of how its picture is coded.</summary>
sealed class JpegCoding
{
    const byte Baseline = 0xC0, Extended = 0xC1;

    readonly ushort[]?[] quantisation = new ushort[4][];
    readonly HuffmanTable?[] direct = new HuffmanTable[4], alternating = new HuffmanTable[4];

    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>Units between restart markers; 0 for none.</summary>
    public int RestartInterval { get; set; }

    /// <summary>Empty unless the picture is coded in one pass with eight bits and Huffman's codes, as cameras and phones do.</summary>
    public IReadOnlyList<JpegComponent> Components { get; private set; } = [];

    public void SetFrame(byte marker, ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 6 || Width != 0) throw new InvalidDataException();

        (Height, Width) = (segment[1] << 8 | segment[2], segment[3] << 8 | segment[4]);
        var count = segment[5];
        if (marker is not (Baseline or Extended) || segment[0] != 8 || count is not (1 or 3) || segment.Length < 6 + 3 * count) return;

        var components = new JpegComponent[count];
        for (var i = 0; i < count; i++)
        {
            var one = segment.Slice(6 + 3 * i, 3);
            components[i] = new(one[0], one[1] >> 4, one[1] & 15, one[2]);
            if (components[i] is not { Across: >= 1 and <= 4, Down: >= 1 and <= 4, Quantisation: < 4 }) throw new InvalidDataException();
        }

        Components = components;
    }

    /// <summary>T.81, B.2.4.1.</summary>
    public void AddQuantisation(ReadOnlySpan<byte> segment)
    {
        while (segment.Length > 0)
        {
            var (bytes, number) = ((segment[0] >> 4) + 1, segment[0] & 15);
            if (bytes > 2 || number > 3 || segment.Length < 1 + 64 * bytes) throw new InvalidDataException();

            var table = new ushort[64];
            for (var i = 0; i < 64; i++) table[i] = bytes == 1 ? segment[1 + i] : (ushort)(segment[1 + 2 * i] << 8 | segment[2 + 2 * i]);
            quantisation[number] = table;
            segment = segment[(1 + 64 * bytes)..];
        }
    }

    /// <summary>T.81, B.2.4.2.</summary>
    public void AddHuffman(ReadOnlySpan<byte> segment)
    {
        while (segment.Length > 0)
        {
            if (segment.Length < 17) throw new InvalidDataException();

            var (isAlternating, number) = (segment[0] >> 4 == 1, segment[0] & 15);
            var count = 0;
            foreach (var codes in segment.Slice(1, 16)) count += codes;
            if (segment[0] >> 4 > 1 || number > 3 || count > 256 || segment.Length < 17 + count) throw new InvalidDataException();

            (isAlternating ? alternating : direct)[number] = new(segment.Slice(1, 16), segment.Slice(17, count));
            segment = segment[(17 + count)..];
        }
    }

    public ushort[]? Quantisation(JpegComponent component) => quantisation[component.Quantisation];

    public HuffmanTable? Direct(int number) => number < 4 ? direct[number] : null;

    public HuffmanTable? Alternating(int number) => number < 4 ? alternating[number] : null;
}

/// <param name="Across">Blocks of it in a unit, side by side.</param>
/// <param name="Down">Blocks of it in a unit, one above the other.</param>
readonly record struct JpegComponent(byte Id, int Across, int Down, int Quantisation);
