using System.Buffers;
using System.Numerics;

using Percurso.Files.Checks.Pictures;

namespace Percurso.Files.Checks.Meshes;

/// <summary>Draws a mesh as it would stand on a desk, seen from the front and a little from above. Light falls from the viewer; backs are darker.</summary>
static class MeshPicture
{
    const int Width = 480, Height = 360, Margin = 14;

    /// <summary>What turns towards the viewer, and what shows its back.</summary>
    static readonly Vector3 front = new(231, 223, 208), back = new(150, 128, 118);

    // The viewer's right, up and towards, for a mesh whose z points up.
    static readonly Vector3 right = Vector3.Normalize(new(0.94f, -0.34f, 0)), towards = Vector3.Normalize(new(-0.25f, -0.69f, 0.68f)), up = Vector3.Cross(towards, right);

    public static Preview Draw(MeshBuilder mesh)
    {
        var places = mesh.Places;
        var corners = mesh.Corners;
        var canvas = Canvas.Around(places, corners);
        var normals = ArrayPool<Vector3>.Shared.Rent(mesh.VertexCount);
        try
        {
            Smooth(places, corners, normals);
            for (var at = 0; at < corners.Length; at += 3)
            {
                var normal = normals[corners[at]] + normals[corners[at + 1]] + normals[corners[at + 2]];
                var facing = Vector3.Dot(normal, towards) / Math.Max(normal.Length(), 1e-12f);
                var colour = (facing >= 0 ? front : back) * (0.30f + 0.70f * Math.Abs(facing));
                canvas.Fill(canvas.Seen(TriangleMath.At(places, corners[at])), canvas.Seen(TriangleMath.At(places, corners[at + 1])), canvas.Seen(TriangleMath.At(places, corners[at + 2])), colour);
            }
        }
        finally
        {
            ArrayPool<Vector3>.Shared.Return(normals);
        }

        return new("mesh", PngWriter.WriteRgba(canvas.Pixels, Width, Height));
    }

    /// <summary>Which way each vertex faces: as its triangles do, the larger ones more. A scanner's noise then does not show as sand.</summary>
    static void Smooth(ReadOnlySpan<float> places, ReadOnlySpan<int> corners, Vector3[] normals)
    {
        Array.Clear(normals);
        for (var at = 0; at < corners.Length; at += 3)
        {
            var normal = TriangleMath.Cross(places, corners[at..]);
            for (var corner = at; corner < at + 3; corner++) normals[corners[corner]] += normal;
        }
    }

    /// <summary>Pixels and how near each is.</summary>
    sealed class Canvas(Vector2 middle, float scale)
    {
        readonly float[] near = Enumerable.Repeat(float.NegativeInfinity, Width * Height).ToArray();

        public byte[] Pixels { get; } = new byte[4 * Width * Height];

        public static Canvas Around(ReadOnlySpan<float> places, ReadOnlySpan<int> corners)
        {
            var (least, most) = (new Vector2(float.PositiveInfinity), new Vector2(float.NegativeInfinity));
            foreach (var corner in corners)
            {
                var place = TriangleMath.At(places, corner);
                var seen = new Vector2(Vector3.Dot(place, right), Vector3.Dot(place, up));
                (least, most) = (Vector2.Min(least, seen), Vector2.Max(most, seen));
            }

            var size = most - least;
            return new((least + most) / 2, Math.Min((Width - 2 * Margin) / Math.Max(size.X, 1e-6f), (Height - 2 * Margin) / Math.Max(size.Y, 1e-6f)));
        }

        /// <summary>Where a place is in the picture, in pixels, and how near.</summary>
        public Vector3 Seen(Vector3 place) => new(
            Width / 2f + (Vector3.Dot(place, right) - middle.X) * scale,
            Height / 2f - (Vector3.Dot(place, up) - middle.Y) * scale,
            Vector3.Dot(place, towards));

        public void Fill(Vector3 a, Vector3 b, Vector3 c, Vector3 colour)
        {
            var left = (int)Math.Clamp(MathF.Floor(Math.Min(a.X, Math.Min(b.X, c.X))), 0, Width - 1);
            var top = (int)Math.Clamp(MathF.Floor(Math.Min(a.Y, Math.Min(b.Y, c.Y))), 0, Height - 1);
            var rightmost = (int)Math.Clamp(MathF.Ceiling(Math.Max(a.X, Math.Max(b.X, c.X))), 0, Width - 1);
            var bottom = (int)Math.Clamp(MathF.Ceiling(Math.Max(a.Y, Math.Max(b.Y, c.Y))), 0, Height - 1);
            var area = (b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X);
            if (area == 0 || !float.IsFinite(area)) return;

            for (var y = top; y <= bottom; y++)
                for (var x = left; x <= rightmost; x++)
                {
                    var toC = ((b.X - a.X) * (y - a.Y) - (b.Y - a.Y) * (x - a.X)) / area;
                    var toB = ((x - a.X) * (c.Y - a.Y) - (y - a.Y) * (c.X - a.X)) / area;
                    if (toB < 0 || toC < 0 || toB + toC > 1) continue;

                    var depth = a.Z + toB * (b.Z - a.Z) + toC * (c.Z - a.Z);
                    var at = y * Width + x;
                    if (depth <= near[at]) continue;

                    near[at] = depth;
                    (Pixels[4 * at], Pixels[4 * at + 1], Pixels[4 * at + 2], Pixels[4 * at + 3]) = ((byte)colour.X, (byte)colour.Y, (byte)colour.Z, 255);
                }
        }
    }
}
