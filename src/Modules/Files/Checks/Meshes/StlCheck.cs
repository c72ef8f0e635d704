namespace Percurso.Files.Checks.Meshes;

/// <summary>Reads an STL of either kind. Which one it is, its length says before its heading does: many binary ones begin with "solid".</summary>
static class StlCheck
{
    public static bool Read(Stream stream, long length, MeshBuilder mesh, Findings findings, CancellationToken cancel)
    {
        using var whole = new Peeked(stream);
        if (IsText(whole.Start))
        {
            if (StlText.Read(whole, mesh, cancel)) findings.Add(MeshRules.Cut, Level.Refused, mesh.TriangleCount, mesh.TriangleCount + 1);
            return true;
        }

        if (length < StlBinary.Header) return false;

        var announced = StlBinary.Read(whole, mesh, cancel);
        var there = (length - StlBinary.Header) / StlBinary.Triangle;
        if (announced > there) findings.Add(MeshRules.Cut, Level.Refused, there, announced);
        else if (announced < there) findings.Add(MeshRules.Count, Level.AtRisk, there, announced);
        return true;
    }

    /// <summary>No byte of text is below 9, and every binary count and normal has one.</summary>
    static bool IsText(ReadOnlySpan<byte> start) => start.IndexOfAnyInRange((byte)0, (byte)8) < 0;
}
