using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Percurso.Files.Checks.Meshes;

/// <summary>
/// Binary STL (3D Systems, StereoLithography Interface Specification, 1989): 80 bytes of anything, a count, then 50 bytes a triangle: normal and three
/// corners as little-endian floats, and two bytes some programs keep a colour in. The count is believed only as far as the file goes.
/// </summary>
static class StlBinary
{
    public const int Header = 84, Triangle = 50;

    /// <summary>Triangles read at once.</summary>
    const int Batch = 1310;

    /// <summary>How many triangles the file announces.</summary>
    public static long Read(Stream stream, MeshBuilder mesh, CancellationToken cancel)
    {
        Span<byte> header = stackalloc byte[Header];
        if (stream.ReadAtLeast(header, Header, throwOnEndOfStream: false) < Header) return 0;

        var announced = BinaryPrimitives.ReadUInt32LittleEndian(header[80..]);
        var buffer = ArrayPool<byte>.Shared.Rent(Batch * Triangle);
        try
        {
            for (var left = Batch; left == Batch;)
            {
                cancel.ThrowIfCancellationRequested();
                left = stream.ReadAtLeast(buffer.AsSpan(0, Batch * Triangle), Batch * Triangle, throwOnEndOfStream: false) / Triangle;
                for (var at = 0; at < left; at++) Add(mesh, buffer.AsSpan(at * Triangle, Triangle));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return announced;
    }

    static void Add(MeshBuilder mesh, ReadOnlySpan<byte> triangle)
    {
        Span<float> numbers = stackalloc float[12];
        if (BitConverter.IsLittleEndian) MemoryMarshal.Cast<byte, float>(triangle[..48]).CopyTo(numbers);
        else for (var i = 0; i < 12; i++) numbers[i] = BinaryPrimitives.ReadSingleLittleEndian(triangle[(4 * i)..]);

        var before = mesh.TriangleCount;
        mesh.Triangle(mesh.Vertex(numbers[3], numbers[4], numbers[5]), mesh.Vertex(numbers[6], numbers[7], numbers[8]), mesh.Vertex(numbers[9], numbers[10], numbers[11]));
        if (mesh.TriangleCount > before) mesh.Normal(numbers[0], numbers[1], numbers[2]);
    }
}
