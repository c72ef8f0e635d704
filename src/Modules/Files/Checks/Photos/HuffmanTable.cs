namespace Percurso.Files.Checks.Photos;

/// <summary>Huffman's codes as a JPEG gives them: how many there are of each length, and what they stand for (T.81, annex C). Nine bits at once are looked up.</summary>
sealed class HuffmanTable
{
    const int Quick = 9;

    readonly byte[] values;
    readonly int[] last = new int[18], offset = new int[17];
    readonly ushort[] quick = new ushort[1 << Quick];

    public HuffmanTable(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> values)
    {
        this.values = values.ToArray();
        var (code, place) = (0, 0);
        for (var length = 1; length <= 16; length++)
        {
            offset[length] = place - code;
            for (var i = 0; i < counts[length - 1]; i++, code++, place++)
            {
                if (code >= 1 << length) throw new InvalidDataException();
                if (length <= Quick) Array.Fill(quick, (ushort)(length << 8 | values[place]), code << Quick - length, 1 << Quick - length);
            }

            last[length] = counts[length - 1] > 0 ? code - 1 : -1;
            code <<= 1;
        }
    }

    /// <summary>What the next code stands for.</summary>
    public int Decode(JpegBits bits)
    {
        var ahead = bits.Peek(16);
        if (quick[ahead >> 16 - Quick] is var known and not 0)
        {
            bits.Drop(known >> 8);
            return known & 0xFF;
        }

        for (var length = Quick + 1; length <= 16; length++)
        {
            var code = ahead >> 16 - length;
            if (code > last[length]) continue;

            bits.Drop(length);
            var at = offset[length] + code;
            return (uint)at < (uint)values.Length ? values[at] : throw new InvalidDataException();
        }

        throw new InvalidDataException();
    }
}
