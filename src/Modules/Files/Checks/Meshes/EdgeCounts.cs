using System.Buffers;

namespace Percurso.Files.Checks.Meshes;

/// <summary>How the edges of a mesh lie between its triangles.</summary>
/// <param name="All">Edges, each counted once.</param>
/// <param name="Open">With one triangle.</param>
/// <param name="NonManifold">With three or more different ones.</param>
/// <param name="Flipped">With two that turn the same way along it, so that one shows its back.</param>
/// <param name="Doubled">Triangles that lie where another lies.</param>
readonly record struct EdgeCounts(int All, int Open, int NonManifold, int Flipped, int Doubled)
{
    /// <summary>
    /// Sorts the edges by their lesser vertex, then each vertex's few by the other: memory is two numbers an edge, and no vertex with a million edges
    /// is slow.
    /// </summary>
    public static EdgeCounts Of(ReadOnlySpan<int> corners, int vertices)
    {
        var starts = ArrayPool<int>.Shared.Rent(vertices + 2);
        var ends = ArrayPool<uint>.Shared.Rent(corners.Length);
        var opposite = ArrayPool<int>.Shared.Rent(corners.Length);
        try
        {
            starts.AsSpan(0, vertices + 2).Clear();
            for (var at = 0; at < corners.Length; at += 3)
                for (var side = 0; side < 3; side++) starts[Math.Min(corners[at + side], corners[at + Next(side)]) + 2]++;
            for (var vertex = 2; vertex <= vertices; vertex++) starts[vertex] += starts[vertex - 1];
            for (var at = 0; at < corners.Length; at += 3)
                for (var side = 0; side < 3; side++)
                {
                    var (a, b) = (corners[at + side], corners[at + Next(side)]);
                    var place = starts[Math.Min(a, b) + 1]++;
                    ends[place] = (uint)Math.Max(a, b) << 1 | (a < b ? 1u : 0u);
                    opposite[place] = corners[at + Next(Next(side))];
                }

            var counts = default(EdgeCounts);
            var doubledSides = 0;
            for (var vertex = 0; vertex < vertices; vertex++)
            {
                var (from, length) = (starts[vertex], starts[vertex + 1] - starts[vertex]);
                if (length > 0) counts = counts.With(vertex, ends.AsSpan(from, length), opposite.AsSpan(from, length), ref doubledSides);
            }

            return counts with { Doubled = doubledSides / 3 };
        }
        finally
        {
            ArrayPool<int>.Shared.Return(starts);
            ArrayPool<uint>.Shared.Return(ends);
            ArrayPool<int>.Shared.Return(opposite);
        }
    }

    static int Next(int side) => side == 2 ? 0 : side + 1;

    EdgeCounts With(int vertex, Span<uint> ends, Span<int> opposite, ref int doubledSides)
    {
        Sort(ends, opposite);
        var (all, open, nonManifold, flipped) = (All, Open, NonManifold, Flipped);
        for (int at = 0, next; at < ends.Length; at = next)
        {
            var end = ends[at] >> 1;
            for (next = at + 1; next < ends.Length && ends[next] >> 1 == end;) next++;
            if (end == vertex) continue;

            all++;
            var uses = next - at;
            if (uses == 1) open++;
            else if (uses == 2 && opposite[at] != opposite[at + 1]) flipped += ends[at] == ends[at + 1] ? 1 : 0;
            else
            {
                var same = Same(opposite[at..next]);
                doubledSides += same;
                if (uses - same > 2) nonManifold++;
                else if (uses - same == 1) open++;
            }
        }

        return new(all, open, nonManifold, flipped, 0);
    }

    /// <summary>How many of the triangles at an edge have their third corner where an earlier one has it.</summary>
    static int Same(Span<int> opposite)
    {
        opposite.Sort();
        var same = 0;
        for (var at = 1; at < opposite.Length; at++) same += opposite[at] == opposite[at - 1] ? 1 : 0;
        return same;
    }

    /// <summary>By hand for the six or so edges a vertex has.</summary>
    static void Sort(Span<uint> keys, Span<int> beside)
    {
        if (keys.Length > 24)
        {
            keys.Sort(beside);
            return;
        }

        for (var i = 1; i < keys.Length; i++)
        {
            var (key, value) = (keys[i], beside[i]);
            var at = i;
            for (; at > 0 && keys[at - 1] > key; at--) (keys[at], beside[at]) = (keys[at - 1], beside[at - 1]);
            (keys[at], beside[at]) = (key, value);
        }
    }
}
