using System.IO.Compression;
using System.Security.Cryptography;

using Percurso.Files.Contracts;

namespace Percurso.Viewer.Meshes;

/// <summary>One mesh made ready to be shown: whole, and coarse for the first picture.</summary>
/// <param name="Full">Every triangle, as binary glTF in brotli, as it goes over the wire.</param>
/// <param name="Coarse">At most <see cref="CoarseTriangles"/>; the same bytes where the whole has no more.</param>
/// <param name="Triangles">Of the whole.</param>
/// <param name="OpenEdges">None where the mesh is closed, so that sections may be filled.</param>
/// <param name="Least">The least corner of its box, in millimetres.</param>
/// <param name="Most">The other corner.</param>
/// <param name="Error">How far any vertex of the whole lies from the file's at most, in millimetres.</param>
sealed record Prepared(byte[] Full, byte[] Coarse, int Triangles, int OpenEdges, double[] Least, double[] Most, double Error)
{
    public const int CoarseTriangles = 30_000;

    public static Prepared Of(MeshContent content, CancellationToken cancel)
    {
        var mesh = new IndexedMesh(content.Places, content.Corners).Cleaned();
        var (full, grid) = Write(mesh, 16);
        cancel.ThrowIfCancellationRequested();
        var coarse = mesh.TriangleCount <= CoarseTriangles ? full : Write(Simplify.To(mesh, CoarseTriangles, cancel), 14).Packed;
        return new(full, coarse, mesh.TriangleCount, content.OpenEdges, grid.Origin, [.. grid.Origin.Select((least, axis) => least + grid.Step * grid.Most[axis])], grid.Error);
    }

    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    static (byte[] Packed, Quantised Grid) Write(IndexedMesh mesh, int bits)
    {
        var ordered = new IndexedMesh(mesh.Places, TriangleOrder.Of(mesh.Corners, mesh.VertexCount)).InOrderOfUse();
        var grid = Quantised.Of(ordered, bits);
        return (Packed(Glb.Write(grid, ordered.Corners)), grid);
    }

    static byte[] Packed(byte[] bytes)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, packed, out var length, quality: 9, window: 22) ? packed[..length] : throw new InvalidOperationException("Brotli had too little room.");
    }

    public static byte[] Unpacked(byte[] packed)
    {
        using var from = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }
}
