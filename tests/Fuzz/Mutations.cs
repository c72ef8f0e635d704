using System.Buffers.Binary;

namespace Percurso.Fuzz;

/// <summary>The ways in which a sample is broken, alone and together.</summary>
static class Mutations
{
    static readonly uint[] hostile = [0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFE, 0xFFFF_FFFF, 0x0100_0000, 0x7FC0_0000, 0x7F80_0000];

    static readonly (string Name, Func<byte[], Random, byte[]> Do)[] all =
    [
        ("one byte is another", (bytes, random) => At(bytes, random, 1, span => span[0] = (byte)random.Next(256))),
        ("one bit is turned", (bytes, random) => At(bytes, random, 1, span => span[0] ^= (byte)(1 << random.Next(8)))),
        ("a number of two bytes is hostile", (bytes, random) => At(bytes, random, 2, span => BinaryPrimitives.WriteUInt16LittleEndian(span, (ushort)Hostile(random)))),
        ("a number of four bytes is hostile", (bytes, random) => At(bytes, random, 4, span => BinaryPrimitives.WriteUInt32LittleEndian(span, Hostile(random)))),
        ("a number of four bytes is hostile, its great end first", (bytes, random) => At(bytes, random, 4, span => BinaryPrimitives.WriteUInt32BigEndian(span, Hostile(random)))),
        ("a number in the heading is hostile", (bytes, random) => Heading(bytes, random)),
        ("the end is missing", (bytes, random) => bytes[..random.Next(bytes.Length)]),
        ("the beginning is missing", (bytes, random) => bytes[random.Next(bytes.Length)..]),
        ("a stretch is missing", (bytes, random) => Piece(bytes, random) is var (from, to) ? [.. bytes[..from], .. bytes[to..]] : bytes),
        ("a stretch comes twice", (bytes, random) => Piece(bytes, random) is var (from, to) ? [.. bytes[..to], .. bytes[from..]] : bytes),
        ("two stretches are exchanged", (bytes, random) => Piece(bytes, random) is var (from, to) ? [.. bytes[to..], .. bytes[from..to], .. bytes[..from]] : bytes),
        ("a stretch is noise", (bytes, random) => Piece(bytes, random) is var (from, to) ? Noise(bytes, random, from, to) : bytes),
        ("a stretch is nothing", (bytes, random) => Piece(bytes, random) is var (from, to) ? [.. bytes[..from], .. new byte[to - from], .. bytes[to..]] : bytes),
        ("a stretch of another sample is in it", Grafted),
        ("there is something after the end", (bytes, random) => [.. bytes, .. Samples.All[random.Next(Samples.All.Count)].Bytes.Take(random.Next(1, 2000))]),
        ("a word of its format is put in", (bytes, random) => random.Next(bytes.Length + 1) is var at ? [.. bytes[..at], .. Samples.Words[random.Next(Samples.Words.Count)], .. bytes[at..]] : bytes),
        ("digits are others", Digits),
        ("it is turned around", (bytes, random) => [.. Enumerable.Reverse(bytes)]),
    ];

    public static (Sample Sample, byte[] Bytes, List<string> Done) Of(Random random)
    {
        var sample = Samples.All[random.Next(Samples.All.Count)];
        var (bytes, done) = ((byte[])sample.Bytes.Clone(), new List<string>());
        for (var times = 1 + random.Next(5); times > 0 && bytes.Length > 0; times--)
        {
            var (name, mutate) = all[random.Next(all.Length)];
            bytes = mutate(bytes, random);
            done.Add(name);
        }

        return (random.Next(8) == 0 ? sample with { Name = Samples.All[random.Next(Samples.All.Count)].Name } : sample, bytes, done);
    }

    static uint Hostile(Random random) => hostile[random.Next(hostile.Length)];

    static byte[] At(byte[] bytes, Random random, int width, Action<Span<byte>> change)
    {
        if (bytes.Length >= width) change(bytes.AsSpan(random.Next(bytes.Length - width + 1), width));
        return bytes;
    }

    static byte[] Heading(byte[] bytes, Random random)
    {
        if (bytes.Length >= 104) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4 * random.Next(25)), Hostile(random));
        return bytes;
    }

    static (int From, int To) Piece(byte[] bytes, Random random)
    {
        var from = random.Next(bytes.Length);
        return (from, from + random.Next(Math.Min(bytes.Length - from, random.Next(2) == 0 ? 16 : 4096)));
    }

    static byte[] Noise(byte[] bytes, Random random, int from, int to)
    {
        random.NextBytes(bytes.AsSpan(from, to - from));
        return bytes;
    }

    static byte[] Grafted(byte[] bytes, Random random)
    {
        var other = Samples.All[random.Next(Samples.All.Count)].Bytes;
        var ((from, to), at) = (Piece(other, random), random.Next(bytes.Length));
        return [.. bytes[..at], .. other[from..to], .. bytes[at..]];
    }

    static byte[] Digits(byte[] bytes, Random random)
    {
        for (var i = 0; i < bytes.Length; i++)
            if (bytes[i] is >= (byte)'0' and <= (byte)'9' && random.Next(20) == 0) bytes[i] = (byte)('0' + random.Next(10));
        return bytes;
    }
}
