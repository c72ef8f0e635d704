using System.Numerics;

namespace Percurso.Viewer.Meshes;

/// <summary>The sum of squared distances to some planes, as a function of a place (Garland and Heckbert, "Surface Simplification Using Quadric Error Metrics", 1997).</summary>
struct Quadric
{
    float xx, xy, xz, yy, yz, zz, x, y, z, c;

    /// <param name="normal">Of length one.</param>
    /// <param name="through">A place on the plane.</param>
    /// <param name="weight">How much it counts.</param>
    public static Quadric OfPlane(Vector3 normal, Vector3 through, float weight)
    {
        var d = -Vector3.Dot(normal, through);
        var n = weight * normal;
        return new()
        {
            xx = n.X * normal.X,
            xy = n.X * normal.Y,
            xz = n.X * normal.Z,
            yy = n.Y * normal.Y,
            yz = n.Y * normal.Z,
            zz = n.Z * normal.Z,
            x = n.X * d,
            y = n.Y * d,
            z = n.Z * d,
            c = weight * d * d,
        };
    }

    public void Add(in Quadric other)
    {
        (xx, xy, xz, yy, yz, zz) = (xx + other.xx, xy + other.xy, xz + other.xz, yy + other.yy, yz + other.yz, zz + other.zz);
        (x, y, z, c) = (x + other.x, y + other.y, z + other.z, c + other.c);
    }

    public readonly float At(Vector3 p) => Math.Max(0,
        p.X * (xx * p.X + 2 * (xy * p.Y + xz * p.Z + x)) + p.Y * (yy * p.Y + 2 * (yz * p.Z + y)) + p.Z * (zz * p.Z + 2 * z) + c);
}
