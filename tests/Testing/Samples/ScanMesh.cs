using System.Buffers.Binary;
using System.Numerics;

namespace Percurso.Testing.Samples;

/// <summary>
/// A scan of an arch that nobody has, as an intra-oral scanner writes it: an open shell with fourteen teeth and a little noise, in millimetres, the same
/// bytes each time.
/// </summary>
/// <param name="triangles">About so many.</param>
public sealed class ScanMesh(int triangles)
{
    const int Teeth = 14;

    // Around the arch the surface is some four times as long as across it.
    readonly int across = (int)Math.Sqrt(triangles / 8.0), along = (int)(triangles / 2 / Math.Sqrt(triangles / 8.0));

    public int Triangles => 2 * across * along;

    /// <summary>As binary STL.</summary>
    public byte[] Stl()
    {
        var bytes = new byte[84 + 50 * Triangles];
        "a scan that nobody has"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(80), Triangles);
        var rows = (Previous: Row(0), Next: Row(0));
        var at = 84;
        for (var u = 0; u < along; u++)
        {
            rows = (rows.Next, Row(u + 1));
            for (var v = 0; v < across; v++)
            {
                Write(bytes, ref at, rows.Previous[v], rows.Next[v + 1], rows.Next[v]);
                Write(bytes, ref at, rows.Previous[v], rows.Previous[v + 1], rows.Next[v + 1]);
            }
        }

        return bytes;
    }

    Vector3[] Row(int u)
    {
        var row = new Vector3[across + 1];
        for (var v = 0; v <= across; v++) row[v] = Place(u, v);
        return row;
    }

    Vector3 Place(int u, int v)
    {
        var angle = Math.PI * (u / (double)along - 0.5) * 0.98;
        var side = v / (double)across * Math.PI;
        var tooth = Math.Pow(Math.Abs(Math.Cos(angle / Math.PI * Teeth * Math.PI)), 0.35);
        var (height, thickness) = (4 + 7 * tooth * Math.Pow(Math.Sin(side), 3), 7.5 - 1.5 * Math.Sin(side));
        var outwards = thickness * Math.Cos(side);
        var noise = 0.012 * Noise(u * 73856093 ^ v * 19349663);
        return new(
            (float)((27 + outwards) * Math.Sin(angle) + noise),
            (float)((41 + outwards) * Math.Cos(angle)),
            (float)(height * Math.Sin(side) + noise));
    }

    static double Noise(int seed) => ((uint)(seed * 1664525 + 1013904223) >> 8) / (double)(1 << 24) - 0.5;

    static void Write(Span<byte> bytes, ref int at, Vector3 a, Vector3 b, Vector3 c)
    {
        var normal = Vector3.Normalize(Vector3.Cross(b - a, c - a));
        foreach (var vector in (ReadOnlySpan<Vector3>)[normal, a, b, c])
            for (var axis = 0; axis < 3; axis++, at += 4) BinaryPrimitives.WriteSingleLittleEndian(bytes[at..], vector[axis]);
        at += 2;
    }
}
