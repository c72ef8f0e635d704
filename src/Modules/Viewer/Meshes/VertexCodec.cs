namespace Percurso.Viewer.Meshes;

/// <summary>
/// Packs vertices as the mode ATTRIBUTES of glTF's EXT_meshopt_compression (Khronos; the format is Arseny Kapoulkine's meshoptimizer, MIT): byte by byte the
/// difference from the vertex before, in groups of sixteen with 0, 2, 4 or 8 bits each. Written anew from the extension's text.
/// </summary>
static class VertexCodec
{
    const byte Header = 0xA0;
    const int Group = 16, Tail = 32, BlockBytes = 8192, BlockMost = 256;

    public static byte[] Pack(ReadOnlySpan<byte> vertices, int stride)
    {
        var count = vertices.Length / stride;
        var packed = new MemoryStream(vertices.Length / 2 + Tail);
        packed.WriteByte(Header);
        var before = count == 0 ? new byte[stride] : vertices[..stride].ToArray();
        var block = Math.Min(BlockMost, BlockBytes / stride & ~(Group - 1));
        Span<byte> deltas = stackalloc byte[BlockMost];
        for (var from = 0; from < count; from += block)
        {
            var length = Math.Min(block, count - from);
            for (var place = 0; place < stride; place++)
            {
                deltas.Clear();
                for (var i = 0; i < length; i++)
                {
                    var value = vertices[(from + i) * stride + place];
                    deltas[i] = ZigZag((byte)(value - before[place]));
                    before[place] = value;
                }

                WriteColumn(packed, deltas[..((length + Group - 1) / Group * Group)]);
            }
        }

        // The first vertex stands at the very end, and at least 32 bytes follow the groups, so that decoders may read ahead.
        if (stride < Tail) packed.Write(new byte[Tail - stride]);
        packed.Write(count == 0 ? new byte[stride] : vertices[..stride]);
        return packed.ToArray();
    }

    static byte ZigZag(byte delta) => (byte)(delta << 1 ^ (sbyte)delta >> 7);

    static void WriteColumn(MemoryStream to, ReadOnlySpan<byte> deltas)
    {
        var groups = deltas.Length / Group;
        Span<byte> header = stackalloc byte[(groups + 3) / 4];
        header.Clear();
        Span<int> modes = stackalloc int[groups];
        for (var group = 0; group < groups; group++)
        {
            modes[group] = Best(deltas.Slice(group * Group, Group));
            header[group / 4] |= (byte)(modes[group] << group % 4 * 2);
        }

        to.Write(header);
        for (var group = 0; group < groups; group++) WriteGroup(to, deltas.Slice(group * Group, Group), modes[group]);
    }

    /// <summary>0: all are nothing; 1: two bits each; 2: four; 3: eight.</summary>
    static int Best(ReadOnlySpan<byte> group)
    {
        var (above2, above4, any) = (0, 0, false);
        foreach (var delta in group)
        {
            any |= delta != 0;
            if (delta >= 3) above2++;
            if (delta >= 15) above4++;
        }

        var (two, four) = (4 + above2, 8 + above4);
        return !any ? 0 : two <= four && two < Group ? 1 : four < Group ? 2 : 3;
    }

    static void WriteGroup(MemoryStream to, ReadOnlySpan<byte> group, int mode)
    {
        if (mode == 0) return;
        if (mode == 3)
        {
            to.Write(group);
            return;
        }

        var (bits, escape) = mode == 1 ? (2, 3) : (4, 15);
        for (var at = 0; at < Group;)
        {
            var packed = 0;
            for (var bit = 0; bit < 8; bit += bits) packed = packed << bits | Math.Min(group[at++], escape);
            to.WriteByte((byte)packed);
        }

        foreach (var delta in group)
            if (delta >= escape) to.WriteByte(delta);
    }
}
