using System.Buffers;
using System.Runtime.CompilerServices;

using Percurso.Files.Checks.Zips;

namespace Percurso.Files.Checks.Meshes;

/// <summary>
/// Gathers triangles while a file is read. Vertices at the same place become one, by the bits of their coordinates, as a scanner writes them. What it
/// holds grows with the vertices found, never with what a file announces.
/// </summary>
sealed class MeshBuilder(Limits limits) : IDisposable
{
    /// <summary>What stands for a vertex whose coordinates are no numbers.</summary>
    public const int NoVertex = -1;

    const int Least = 1 << 10;

    readonly double most = limits.Of(MeshRules.Many).Refuse;
    float[] places = ArrayPool<float>.Shared.Rent(3 * Least);
    int[] corners = ArrayPool<int>.Shared.Rent(3 * Least);
    int[] table = NewTable(4 * Least);
    int vertexCount, cornerCount;

    /// <summary>Triangles left out because a coordinate is no finite number.</summary>
    public int NotFinite { get; private set; }

    /// <summary>Triangles left out because a corner's number is that of no vertex.</summary>
    public int OutOfRange { get; private set; }

    /// <summary>Triangles whose written normal points against the way their corners turn, and those that have a normal at all.</summary>
    public (int Against, int Of) Normals { get; private set; }

    public int TriangleCount => cornerCount / 3;

    /// <summary>x, y, z of each vertex in turn.</summary>
    public ReadOnlySpan<float> Places => places.AsSpan(0, 3 * vertexCount);

    /// <summary>Three vertices of each triangle in turn.</summary>
    public ReadOnlySpan<int> Corners => corners.AsSpan(0, cornerCount);

    public int VertexCount => vertexCount;

    /// <summary>The vertex at a place, made if it is new.</summary>
    public int Vertex(float x, float y, float z)
    {
        if (!float.IsFinite(x) || !float.IsFinite(y) || !float.IsFinite(z)) return NoVertex;

        // Minus zero is zero.
        (x, y, z) = (x + 0f, y + 0f, z + 0f);
        if (2 * (vertexCount + 1) > table.Length) Grow();
        var slot = SlotOf(x, y, z);
        for (; table[slot] is var known and not 0; slot = slot + 1 & table.Length - 1)
        {
            var at = 3 * (known - 1);
            if (places[at] == x && places[at + 1] == y && places[at + 2] == z) return known - 1;
        }

        var place = 3 * vertexCount;
        if (place + 3 > places.Length) Enlarge(ref places, place);
        (places[place], places[place + 1], places[place + 2]) = (x, y, z);
        table[slot] = ++vertexCount;
        return vertexCount - 1;
    }

    /// <summary>A triangle of three vertices that <see cref="Vertex"/> gave.</summary>
    /// <exception cref="CheckRefusedException">There are more than the slot may have.</exception>
    public void Triangle(int a, int b, int c)
    {
        if ((a | b | c) < 0)
        {
            NotFinite++;
            return;
        }

        if (cornerCount + 3 > corners.Length)
        {
            if (TriangleCount >= most) throw new CheckRefusedException(MeshRules.Many, TriangleCount + 1, most);
            Enlarge(ref corners, cornerCount);
        }

        (corners[cornerCount], corners[cornerCount + 1], corners[cornerCount + 2]) = (a, b, c);
        cornerCount += 3;
    }

    /// <summary>A triangle that names a vertex which does not exist.</summary>
    public void Miss() => OutOfRange++;

    /// <summary>The normal that the file gives its last triangle.</summary>
    public void Normal(float x, float y, float z)
    {
        if (!(x * x + y * y + z * z > 0.01f)) return;

        var turn = TriangleMath.Cross(places, corners.AsSpan(cornerCount - 3));
        Normals = (Normals.Against + (turn.X * x + turn.Y * y + turn.Z * z < 0 ? 1 : 0), Normals.Of + 1);
    }

    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(places);
        ArrayPool<int>.Shared.Return(corners);
        ArrayPool<int>.Shared.Return(table);
        (places, corners, table) = ([], [], []);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int SlotOf(float x, float y, float z)
    {
        var mixed = BitConverter.SingleToUInt32Bits(x) * 0x9E3779B1u ^ BitConverter.SingleToUInt32Bits(y) * 0x85EBCA77u ^ BitConverter.SingleToUInt32Bits(z) * 0xC2B2AE3Du;
        return (int)((mixed ^ mixed >> 15) * 0x27D4EB2Fu >> 4) & table.Length - 1;
    }

    void Grow()
    {
        var larger = NewTable(2 * table.Length);
        ArrayPool<int>.Shared.Return(table);
        table = larger;
        for (var vertex = 0; vertex < vertexCount; vertex++)
        {
            var at = 3 * vertex;
            var slot = SlotOf(places[at], places[at + 1], places[at + 2]);
            while (table[slot] != 0) slot = slot + 1 & table.Length - 1;
            table[slot] = vertex + 1;
        }
    }

    static void Enlarge<T>(ref T[] array, int used)
    {
        var larger = ArrayPool<T>.Shared.Rent(2 * array.Length);
        array.AsSpan(0, used).CopyTo(larger);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }

    static int[] NewTable(int length)
    {
        var fresh = ArrayPool<int>.Shared.Rent(length);
        Array.Clear(fresh);
        return fresh;
    }
}
