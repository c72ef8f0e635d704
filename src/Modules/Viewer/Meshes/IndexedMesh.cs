namespace Percurso.Viewer.Meshes;

/// <summary>A triangle mesh in which vertices are shared.</summary>
/// <param name="Places">x, y, z of each vertex in turn, in millimetres.</param>
/// <param name="Corners">Three vertices of each triangle in turn.</param>
sealed record IndexedMesh(float[] Places, int[] Corners)
{
    public int VertexCount => Places.Length / 3;

    public int TriangleCount => Corners.Length / 3;

    /// <summary>Without triangles of which two corners are one vertex, and without vertices that no triangle has.</summary>
    public IndexedMesh Cleaned()
    {
        var kept = new List<int>(Corners.Length);
        for (var at = 0; at < Corners.Length; at += 3)
        {
            var (a, b, c) = (Corners[at], Corners[at + 1], Corners[at + 2]);
            if (a != b && b != c && c != a) kept.AddRange([a, b, c]);
        }

        return new IndexedMesh(Places, [.. kept]).InOrderOfUse();
    }

    /// <summary>Vertices in the order in which triangles first need them, so that a few bits say which comes next.</summary>
    public IndexedMesh InOrderOfUse()
    {
        var renamed = new int[VertexCount];
        Array.Fill(renamed, -1);
        var places = new float[Places.Length];
        var corners = new int[Corners.Length];
        var next = 0;
        for (var at = 0; at < corners.Length; at++)
        {
            var vertex = Corners[at];
            if (renamed[vertex] < 0)
            {
                Places.AsSpan(3 * vertex, 3).CopyTo(places.AsSpan(3 * next));
                renamed[vertex] = next++;
            }

            corners[at] = renamed[vertex];
        }

        return new(places[..(3 * next)], corners);
    }
}
