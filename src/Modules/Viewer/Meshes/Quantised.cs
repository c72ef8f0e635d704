using System.Buffers.Binary;

namespace Percurso.Viewer.Meshes;

/// <summary>
/// Places as whole numbers of 16 bits on a grid over the mesh's box: <c>millimetres = Origin + Step × number</c>. The grid is 2 µm, a fifth of what scanners
/// see and printers print, and wider only for what is longer than 131 mm.
/// </summary>
/// <param name="Vertices">Eight bytes each: x, y, z, nothing; little-endian.</param>
/// <param name="Origin">The least corner of the box.</param>
/// <param name="Step">The grid's width in millimetres, the same along all axes.</param>
/// <param name="Most">The greatest number along each axis.</param>
sealed record Quantised(byte[] Vertices, double[] Origin, double Step, int[] Most)
{
    public const int Stride = 8;

    /// <summary>In millimetres. Finer steps cost bytes and say nothing.</summary>
    public const double Finest = 0.002;

    /// <summary>No vertex lies farther from where it was than this, in millimetres.</summary>
    public double Error => Step / 2 * Math.Sqrt(3);

    /// <param name="mesh">Cleaned.</param>
    /// <param name="bits">16, or fewer for a picture that nobody measures on.</param>
    public static Quantised Of(IndexedMesh mesh, int bits)
    {
        double[] least = [double.MaxValue, double.MaxValue, double.MaxValue], most = [double.MinValue, double.MinValue, double.MinValue];
        for (var at = 0; at < mesh.Places.Length; at++)
        {
            least[at % 3] = Math.Min(least[at % 3], mesh.Places[at]);
            most[at % 3] = Math.Max(most[at % 3], mesh.Places[at]);
        }

        var extent = Math.Max(most[0] - least[0], Math.Max(most[1] - least[1], most[2] - least[2]));
        var step = Math.Max(Finest, extent / ((1 << bits) - 1));
        var vertices = new byte[Stride * mesh.VertexCount];
        int[] highest = [0, 0, 0];
        for (var at = 0; at < mesh.Places.Length; at++)
        {
            var number = (int)Math.Round((mesh.Places[at] - least[at % 3]) / step);
            highest[at % 3] = Math.Max(highest[at % 3], number);
            BinaryPrimitives.WriteUInt16LittleEndian(vertices.AsSpan(at / 3 * Stride + at % 3 * 2), (ushort)number);
        }

        return new(vertices, least, step, highest);
    }
}
