using System.Buffers;

namespace Percurso.Files.Checks.Meshes;

/// <summary>The vertices of a file in the order in which it numbers them, each with its number in the mesh.</summary>
sealed class NumberedVertices : IDisposable
{
    int[] numbers = ArrayPool<int>.Shared.Rent(1024);

    public int Count { get; private set; }

    public void Add(int vertex)
    {
        if (Count == numbers.Length)
        {
            var larger = ArrayPool<int>.Shared.Rent(2 * Count);
            numbers.CopyTo(larger, 0);
            ArrayPool<int>.Shared.Return(numbers);
            numbers = larger;
        }

        numbers[Count++] = vertex;
    }

    /// <summary>From 0; null where the file has no such vertex.</summary>
    public int? At(long number) => number >= 0 && number < Count ? numbers[number] : null;

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(numbers);
        numbers = [];
    }
}
