using System.Numerics;
using System.Runtime.CompilerServices;

namespace Percurso.Files.Checks.Meshes;

static class TriangleMath
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector3 At(ReadOnlySpan<float> places, int vertex) => new(places.Slice(3 * vertex, 3));

    /// <summary>Twice the area, in the direction the corners turn about (right-handed).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector3 Cross(ReadOnlySpan<float> places, ReadOnlySpan<int> corners)
    {
        var origin = At(places, corners[0]);
        return Vector3.Cross(At(places, corners[1]) - origin, At(places, corners[2]) - origin);
    }
}
