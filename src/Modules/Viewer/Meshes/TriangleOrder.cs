namespace Percurso.Viewer.Meshes;

/// <summary>
/// Orders triangles so that neighbours follow each other: graphics cards fetch fewer vertices, and the index codec finds most edges among the last few.
/// After Sander, Nehab and Barczak, "Fast Triangle Reordering for Vertex Locality and Reduced Overdraw", 2007 (Tipsify): linear in the triangles.
/// </summary>
static class TriangleOrder
{
    /// <summary>Vertices a card keeps at hand; also how far back the codec looks.</summary>
    const int Cache = 16;

    public static int[] Of(int[] corners, int vertices)
    {
        var around = Neighbours.Of(corners, vertices);
        var live = new int[vertices];
        for (var vertex = 0; vertex < vertices; vertex++) live[vertex] = around.CountOf(vertex);
        var (cached, dead) = (new int[vertices], new Stack<int>());
        var (emitted, ordered) = (new bool[corners.Length / 3], new List<int>(corners.Length));
        var (time, cursor) = (Cache + 1, 0);
        List<int> ring = [];
        for (var fan = corners.Length == 0 ? -1 : corners[0]; fan >= 0;)
        {
            ring.Clear();
            foreach (var triangle in around.Of(fan))
            {
                if (emitted[triangle]) continue;
                emitted[triangle] = true;
                for (var side = 0; side < 3; side++)
                {
                    var vertex = corners[3 * triangle + side];
                    ordered.Add(vertex);
                    dead.Push(vertex);
                    ring.Add(vertex);
                    live[vertex]--;
                    if (time - cached[vertex] > Cache) cached[vertex] = time++;
                }
            }

            fan = Next(ring, live, cached, time) is >= 0 and var next ? next : Skip(dead, live, ref cursor);
        }

        return [.. ordered];
    }

    /// <summary>Of those just used, the oldest that will still be at hand once all its triangles are drawn.</summary>
    static int Next(List<int> ring, int[] live, int[] cached, int time)
    {
        var (best, priority) = (-1, -1);
        foreach (var vertex in ring)
        {
            if (live[vertex] == 0) continue;
            var age = time - cached[vertex];
            var mine = age + 2 * live[vertex] <= Cache ? age : 0;
            if (mine > priority) (best, priority) = (vertex, mine);
        }

        return best;
    }

    static int Skip(Stack<int> dead, int[] live, ref int cursor)
    {
        while (dead.TryPop(out var vertex))
            if (live[vertex] > 0) return vertex;
        for (; cursor < live.Length; cursor++)
            if (live[cursor] > 0) return cursor;
        return -1;
    }
}

/// <summary>Which triangles each vertex has.</summary>
sealed class Neighbours(int[] starts, int[] triangles)
{
    public static Neighbours Of(int[] corners, int vertices)
    {
        var starts = new int[vertices + 2];
        foreach (var vertex in corners) starts[vertex + 2]++;
        for (var vertex = 2; vertex < starts.Length; vertex++) starts[vertex] += starts[vertex - 1];
        var triangles = new int[corners.Length];
        for (var at = 0; at < corners.Length; at++) triangles[starts[corners[at] + 1]++] = at / 3;
        return new(starts, triangles);
    }

    public int CountOf(int vertex) => starts[vertex + 1] - starts[vertex];

    public ReadOnlySpan<int> Of(int vertex) => triangles.AsSpan(starts[vertex], CountOf(vertex));
}
