namespace Percurso.Files.Checks.Meshes;

/// <summary>
/// ASCII STL, as programs write it rather than as it was specified: in capitals or small letters, with commas, with comments, with several solids,
/// without an end. Only <c>facet</c>, <c>vertex</c> and <c>endfacet</c> mean anything; three corners make a triangle.
/// </summary>
static class StlText
{
    /// <summary>Whether it broke off within a triangle.</summary>
    public static bool Read(Stream stream, MeshBuilder mesh, CancellationToken cancel)
    {
        using var lines = new TextLines(stream, cancel);
        Span<int> corners = stackalloc int[3];
        var count = 0;
        var within = false;
        while (lines.Next(out var line))
        {
            var word = TextNumbers.Word(ref line);
            if (word.Says("facet"u8)) (within, count) = (true, 0);
            else if (word.Says("endfacet"u8)) within = false;
            else if (word.Says("vertex"u8))
            {
                if (count == 3) count = 0;
                corners[count++] = mesh.Vertex(TextNumbers.Number(ref line), TextNumbers.Number(ref line), TextNumbers.Number(ref line));
                if (count == 3) mesh.Triangle(corners[0], corners[1], corners[2]);
            }
        }

        return within;
    }
}
