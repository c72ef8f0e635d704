namespace Percurso.Viewer.Meshes;

/// <summary>
/// Packs triangles as the mode TRIANGLES of glTF's EXT_meshopt_compression (Khronos; the format is Arseny Kapoulkine's meshoptimizer, MIT): most share an edge
/// with one of the sixteen last and bring the next vertex, which is one byte. Corners may turn within a triangle, never its winding. Written anew from the
/// extension's text.
/// </summary>
sealed class IndexCodec
{
    const byte Header = 0xE1;
    const int Recent = 16, LastNear = 13;

    /// <summary>The pairs of recent vertices that one byte can say; how often each comes was the format's author's to find.</summary>
    static ReadOnlySpan<byte> Pairs => [0x00, 0x76, 0x87, 0x56, 0x67, 0x78, 0xA9, 0x86, 0x65, 0x89, 0x68, 0x98, 0x01, 0x69, 0x00, 0x00];

    readonly (int A, int B)[] edges = new (int, int)[Recent];
    readonly int[] vertices = new int[Recent];
    readonly List<byte> codes = [], data = [];
    int edgeAt, vertexAt, next, last;

    IndexCodec()
    {
        Array.Fill(edges, (-1, -1));
        Array.Fill(vertices, -1);
    }

    public static byte[] Pack(ReadOnlySpan<int> corners)
    {
        var codec = new IndexCodec();
        for (var at = 0; at < corners.Length; at += 3) codec.Triangle(corners[at], corners[at + 1], corners[at + 2]);
        return [Header, .. codec.codes, .. codec.data, .. Pairs];
    }

    void Triangle(int a, int b, int c)
    {
        for (var back = 0; back < Recent - 1; back++)
        {
            var (x, y) = edges[edgeAt - 1 - back & Recent - 1];
            if (x == a && y == b) { OnEdge(back, a, b, c); return; }
            if (x == b && y == c) { OnEdge(back, b, c, a); return; }
            if (x == c && y == a) { OnEdge(back, c, a, b); return; }
        }

        // Turned so that what is new comes first.
        if (b == next) Alone(b, c, a);
        else if (c == next) Alone(c, a, b);
        else Alone(a, b, c);
    }

    void OnEdge(int back, int a, int b, int c)
    {
        var recent = Find(c);
        var code = recent is >= 1 and < LastNear ? recent : c == next ? 0 : c == last - 1 ? 13 : c == last + 1 ? 14 : 15;
        if (code == 0) next++;
        codes.Add((byte)(back << 4 | code));
        if (code >= LastNear)
        {
            if (code == 15) WriteIndex(c);
            last = c;
        }

        if (code is 0 or >= LastNear) Push(c);
        Push(c, b);
        Push(a, c);
    }

    void Alone(int a, int b, int c)
    {
        var first = a == next ? 0 : 15;
        if (first == 0) next++;
        var second = Near(b);
        var third = Near(c);
        var pair = (byte)(second << 4 | third);
        var known = Pairs[..14].IndexOf(pair);

        // A pair of nothing written in full would mean that numbering begins anew, so such a one always goes by the table.
        if (first == 0 && known >= 0) codes.Add((byte)(0xF0 | known));
        else
        {
            codes.Add((byte)(first == 0 ? 0xFE : 0xFF));
            data.Add(pair);
        }

        foreach (var (code, vertex) in ((int, int)[])[(first, a), (second, b), (third, c)])
            if (code == 15)
            {
                WriteIndex(vertex);
                last = vertex;
            }

        Push(a);
        if (second is 0 or 15) Push(b);
        if (third is 0 or 15) Push(c);
        Push(b, a);
        Push(c, b);
        Push(a, c);
    }

    /// <summary>0 for the next new vertex, 1 to 14 for one of the recent, 15 for any other.</summary>
    int Near(int vertex)
    {
        if (Find(vertex) is >= 0 and < 14 and var recent) return recent + 1;
        if (vertex != next) return 15;

        next++;
        return 0;
    }

    int Find(int vertex)
    {
        for (var back = 0; back < Recent; back++)
            if (vertices[vertexAt - 1 - back & Recent - 1] == vertex) return back;
        return -1;
    }

    /// <summary>The difference from the last one written so, seven bits a byte.</summary>
    void WriteIndex(int vertex)
    {
        var delta = vertex - last;
        for (var left = (uint)(delta << 1 ^ delta >> 31); ; left >>= 7)
        {
            data.Add((byte)(left & 127 | (left > 127 ? 128u : 0)));
            if (left <= 127) return;
        }
    }

    void Push(int a, int b)
    {
        edges[edgeAt] = (a, b);
        edgeAt = edgeAt + 1 & Recent - 1;
    }

    void Push(int vertex)
    {
        vertices[vertexAt] = vertex;
        vertexAt = vertexAt + 1 & Recent - 1;
    }
}
