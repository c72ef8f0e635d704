using System.Buffers;
using System.Numerics;

namespace Percurso.Files.Checks.Meshes;

/// <summary>What a mesh's triangles make together.</summary>
/// <param name="Least">The least corner of the box around it, in the file's unit.</param>
/// <param name="Most">The other corner.</param>
/// <param name="Degenerate">Triangles without area.</param>
/// <param name="InsideOut">Whether it is closed and its normals point inwards.</param>
/// <param name="Pieces">Parts that no triangle connects.</param>
/// <param name="Edges">How its edges lie.</param>
sealed record MeshShape(Vector3 Least, Vector3 Most, int Degenerate, bool InsideOut, int Pieces, EdgeCounts Edges)
{
    /// <summary>A triangle is a line when its height is less than this share of its longest side.</summary>
    const float Thinnest = 1e-5f;

    public static MeshShape Of(MeshBuilder mesh)
    {
        var places = mesh.Places;
        var corners = mesh.Corners;
        var (least, most) = (new Vector3(float.PositiveInfinity), new Vector3(float.NegativeInfinity));
        var degenerate = 0;
        for (var at = 0; at < corners.Length; at += 3)
        {
            var (a, b, c) = (TriangleMath.At(places, corners[at]), TriangleMath.At(places, corners[at + 1]), TriangleMath.At(places, corners[at + 2]));
            least = Vector3.Min(least, Vector3.Min(a, Vector3.Min(b, c)));
            most = Vector3.Max(most, Vector3.Max(a, Vector3.Max(b, c)));
            var longest = Math.Max((b - a).LengthSquared(), Math.Max((c - b).LengthSquared(), (a - c).LengthSquared()));
            if (!(Vector3.Cross(b - a, c - a).LengthSquared() > Thinnest * Thinnest * longest * longest)) degenerate++;
        }

        var edges = EdgeCounts.Of(corners, mesh.VertexCount);
        return new(least, most, degenerate, edges is { Open: 0, NonManifold: 0 } && Volume(places, corners, least) < 0, CountPieces(corners, mesh.VertexCount), edges);
    }

    /// <summary>Six times the volume within a closed mesh, negative where its normals point inwards.</summary>
    static double Volume(ReadOnlySpan<float> places, ReadOnlySpan<int> corners, Vector3 origin)
    {
        double volume = 0;
        for (var at = 0; at < corners.Length; at += 3)
            volume += Vector3.Dot(TriangleMath.At(places, corners[at]) - origin, Vector3.Cross(TriangleMath.At(places, corners[at + 1]) - origin, TriangleMath.At(places, corners[at + 2]) - origin));
        return volume;
    }

    static int CountPieces(ReadOnlySpan<int> corners, int vertices)
    {
        var above = ArrayPool<int>.Shared.Rent(vertices);
        try
        {
            // A vertex that no triangle has is no piece.
            above.AsSpan(0, vertices).Fill(-1);
            var pieces = 0;
            for (var at = 0; at < corners.Length; at += 3)
            {
                pieces += Join(above, corners[at], corners[at + 1]);
                pieces += Join(above, corners[at + 1], corners[at + 2]);
            }

            return pieces;
        }
        finally
        {
            ArrayPool<int>.Shared.Return(above);
        }
    }

    /// <summary>By how many the pieces change when two vertices are joined.</summary>
    static int Join(int[] above, int a, int b)
    {
        var change = Meet(above, a) + Meet(above, b);
        var (one, two) = (Top(above, a), Top(above, b));
        if (one == two) return change;

        above[Math.Max(one, two)] = Math.Min(one, two);
        return change - 1;
    }

    static int Meet(int[] above, int vertex)
    {
        if (above[vertex] >= 0) return 0;

        above[vertex] = vertex;
        return 1;
    }

    static int Top(int[] above, int vertex)
    {
        while (above[vertex] != vertex) vertex = above[vertex] = above[above[vertex]];
        return vertex;
    }
}
