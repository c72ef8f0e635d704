using System.Buffers.Text;

namespace Percurso.Files.Checks.Meshes;

/// <summary>
/// Wavefront OBJ (Advanced Visualizer manual, appendix B): of it only <c>v</c> and <c>f</c>. Faces with more corners become fans; negative numbers
/// count back from the last vertex.
/// </summary>
static class Obj
{
    public static void Read(Stream stream, MeshBuilder mesh, CancellationToken cancel)
    {
        using var lines = new TextLines(stream, cancel);
        using var vertices = new NumberedVertices();
        while (lines.Next(out var line))
        {
            var word = TextNumbers.Word(ref line);
            if (word.SequenceEqual("v"u8)) vertices.Add(mesh.Vertex(TextNumbers.Number(ref line), TextNumbers.Number(ref line), TextNumbers.Number(ref line)));
            else if (word.SequenceEqual("f"u8)) Face(line, vertices, mesh);
        }
    }

    static void Face(ReadOnlySpan<byte> line, NumberedVertices vertices, MeshBuilder mesh)
    {
        var (count, first, last) = (0, 0, 0);
        for (var word = TextNumbers.Word(ref line); !word.IsEmpty; word = TextNumbers.Word(ref line))
        {
            // A corner may go on with "/texture/normal".
            if (!Utf8Parser.TryParse(word, out int number, out _) || vertices.At(number < 0 ? vertices.Count + (long)number : number - 1L) is not { } corner)
            {
                mesh.Miss();
                return;
            }

            if (count >= 2) mesh.Triangle(first, last, corner);
            if (count++ == 0) first = corner;
            last = corner;
        }
    }
}
