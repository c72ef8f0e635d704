using System.Numerics;

using Percurso.Viewer.Meshes;

namespace Percurso.Domain.Tests.Viewer;

/// <summary>How far places lie from a mesh, found the slow and obvious way: within boxes of a few millimetres each triangle is asked.</summary>
static class Distance
{
    const float Box = 2;

    /// <returns>Of every seventeenth place, in millimetres, the least first.</returns>
    public static IReadOnlyList<double> Of(float[] places, IndexedMesh mesh)
    {
        var boxes = new Dictionary<(int, int, int), List<int>>();
        for (var triangle = 0; triangle < mesh.TriangleCount; triangle++)
        {
            var (a, b, c) = Corners(mesh, triangle);
            var (least, most) = (Vector3.Min(a, Vector3.Min(b, c)), Vector3.Max(a, Vector3.Max(b, c)));
            foreach (var box in Boxes(least - new Vector3(Box / 2), most + new Vector3(Box / 2)))
            {
                if (!boxes.TryGetValue(box, out var inBox)) boxes[box] = inBox = [];
                inBox.Add(triangle);
            }
        }

        List<double> away = [];
        for (var at = 0; at + 2 < places.Length; at += 3 * 17)
        {
            var place = new Vector3(places[at], places[at + 1], places[at + 2]);
            var near = boxes.GetValueOrDefault(Boxes(place, place).Single(), []);
            away.Add(near.Count == 0 ? Box / 2 : Math.Min(Box / 2, near.Min(triangle => To(place, Corners(mesh, triangle)))));
        }

        return [.. away.Order()];
    }

    static IEnumerable<(int, int, int)> Boxes(Vector3 least, Vector3 most)
    {
        for (var x = (int)MathF.Floor(least.X / Box); x <= (int)MathF.Floor(most.X / Box); x++)
            for (var y = (int)MathF.Floor(least.Y / Box); y <= (int)MathF.Floor(most.Y / Box); y++)
                for (var z = (int)MathF.Floor(least.Z / Box); z <= (int)MathF.Floor(most.Z / Box); z++) yield return (x, y, z);
    }

    static (Vector3, Vector3, Vector3) Corners(IndexedMesh mesh, int triangle) => (At(mesh, 3 * triangle), At(mesh, 3 * triangle + 1), At(mesh, 3 * triangle + 2));

    static Vector3 At(IndexedMesh mesh, int corner) => new(mesh.Places.AsSpan(3 * mesh.Corners[corner], 3));

    static double To(Vector3 p, (Vector3 A, Vector3 B, Vector3 C) of)
    {
        var normal = Vector3.Normalize(Vector3.Cross(of.B - of.A, of.C - of.A));
        var foot = p - Vector3.Dot(p - of.A, normal) * normal;
        var inside = Within(foot, of.A, of.B, normal) && Within(foot, of.B, of.C, normal) && Within(foot, of.C, of.A, normal);
        return inside ? Math.Abs(Vector3.Dot(p - of.A, normal)) : Math.Min(ToSide(p, of.A, of.B), Math.Min(ToSide(p, of.B, of.C), ToSide(p, of.C, of.A)));
    }

    static bool Within(Vector3 p, Vector3 a, Vector3 b, Vector3 normal) => Vector3.Dot(Vector3.Cross(b - a, p - a), normal) >= 0;

    static double ToSide(Vector3 p, Vector3 a, Vector3 b) =>
        Vector3.Distance(p, a + Math.Clamp(Vector3.Dot(p - a, b - a) / (b - a).LengthSquared(), 0, 1) * (b - a));
}
