namespace Percurso.Files.Checks.Meshes;

/// <summary>Judges one mesh file.</summary>
static class MeshCheck
{
    public static Verdict Judge(SentFile file, FileContent content, CheckOrder order)
    {
        using var mesh = new MeshBuilder(order.Limits);
        var findings = new Findings(order.Limits);
        using (var stream = file.Open())
            if (!Read(stream, file, content, mesh, findings, order.Cancel)) return Findings.Refuse(FileSort.Scan, MeshRules.Unreadable);

        if (mesh.NotFinite > 0) findings.Measure(MeshRules.Numbers, mesh.NotFinite);
        if (mesh.OutOfRange > 0) findings.Measure(MeshRules.Indices, mesh.OutOfRange);
        if (mesh.TriangleCount == 0)
        {
            findings.Add(MeshRules.Empty, Level.Refused);
            return new(FileSort.Scan, findings.Heaviest, [], []);
        }

        order.Cancel.ThrowIfCancellationRequested();
        var shape = MeshShape.Of(mesh);
        Weigh(mesh, shape, findings);
        return new(FileSort.Scan, findings.Heaviest, Facts(mesh, shape), [MeshPicture.Draw(mesh)]);
    }

    /// <summary>False for what is not the format after all.</summary>
    internal static bool Read(Stream stream, SentFile file, FileContent content, MeshBuilder mesh, Findings findings, CancellationToken cancel)
    {
        switch (content)
        {
            case FileContent.Obj:
                Obj.Read(stream, mesh, cancel);
                return true;
            case FileContent.Ply:
                var read = Ply.Read(stream, mesh, cancel);
                if (read is { IsWhole: false } cut) findings.Add(MeshRules.Cut, Level.Refused, mesh.TriangleCount, cut.Faces);
                return read is not null;
            default:
                return StlCheck.Read(stream, file.Length, mesh, findings, cancel);
        }
    }

    static void Weigh(MeshBuilder mesh, MeshShape shape, Findings findings)
    {
        double triangles = mesh.TriangleCount, edges = Math.Max(1, shape.Edges.All);
        findings.Measure(MeshRules.Few, triangles);
        findings.Measure(MeshRules.Many, triangles);
        findings.Measure(MeshRules.Degenerate, 100 * shape.Degenerate / triangles);
        findings.Measure(MeshRules.Doubled, 100 * shape.Edges.Doubled / triangles);
        findings.Measure(MeshRules.Open, 100 * shape.Edges.Open / edges);
        findings.Measure(MeshRules.NonManifold, 100 * shape.Edges.NonManifold / edges);
        findings.Measure(MeshRules.Flipped, 100 * shape.Edges.Flipped / edges);
        findings.Measure(MeshRules.InsideOut, shape.InsideOut ? 100 : mesh.Normals.Of > triangles / 2 ? 100.0 * mesh.Normals.Against / mesh.Normals.Of : 0);
        findings.Measure(MeshRules.Pieces, shape.Pieces);
        MeshSize.Weigh(shape, findings);
    }

    static Fact[] Facts(MeshBuilder mesh, MeshShape shape)
    {
        var size = (shape.Most - shape.Least) * (float)MeshSize.Unit(shape).InMillimetres;
        return
        [
            MeshRules.Triangles.Of(mesh.TriangleCount, mesh.VertexCount),
            MeshRules.Size.Of(size.X, size.Y, size.Z),
            MeshRules.OpenEdges.Of(shape.Edges.Open),
            MeshRules.PiecesOf.Of(shape.Pieces),
        ];
    }
}
