namespace Percurso.Viewer.Meshes;

/// <summary>Which edges of a mesh have one triangle, and which vertices lie on such.</summary>
sealed class MeshEdges
{
    readonly HashSet<long> open = [];
    readonly byte[] borders;

    public MeshEdges(int[] corners, int vertices)
    {
        borders = new byte[vertices];
        var starts = new int[vertices + 1];
        for (var at = 0; at < corners.Length; at++) starts[corners[at] + 1]++;
        for (var vertex = 0; vertex < vertices; vertex++) starts[vertex + 1] += starts[vertex];
        var (ends, fill) = (new int[corners.Length], starts.AsSpan(0, vertices).ToArray());
        for (var at = 0; at < corners.Length; at++) ends[fill[corners[at]]++] = End(corners, at);

        for (var at = 0; at < corners.Length; at++)
        {
            var (a, b) = (corners[at], End(corners, at));
            if (ends.AsSpan(starts[b], starts[b + 1] - starts[b]).Contains(a)) continue;

            open.Add(Key(a, b));
            Open.Add((a, b, at / 3));
            (borders[a], borders[b]) = ((byte)Math.Min(borders[a] + 1, 9), (byte)Math.Min(borders[b] + 1, 9));
        }
    }

    /// <summary>From, to, and the triangle.</summary>
    public List<(int A, int B, int Triangle)> Open { get; } = [];

    public bool IsOpen(int a, int b) => borders[a] > 0 && borders[b] > 0 && (open.Contains(Key(a, b)) || open.Contains(Key(b, a)));

    public bool IsBorder(int vertex) => borders[vertex] > 0;

    /// <summary>A vertex of a border leaves along it only, and not at all where several borders meet.</summary>
    public bool MayLeave(int vertex, bool alongBorder) => borders[vertex] == 0 || alongBorder && borders[vertex] == 2;

    static int End(int[] corners, int at) => corners[at % 3 == 2 ? at - 2 : at + 1];

    static long Key(int a, int b) => (long)a << 32 | (uint)b;
}
