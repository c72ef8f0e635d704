using Percurso.Files.Contracts;

namespace Percurso.Files.Checks.Meshes;

/// <summary>Reads a mesh for those who work with it, by the readers that judge it: what they leave out is left out here too.</summary>
static class MeshReading
{
    /// <summary>Null for what is no mesh, or one without a triangle. What seems to be in another unit becomes millimetres.</summary>
    public static MeshContent? Read(SentFile file, CancellationToken cancel)
    {
        var limits = Limits.Usual;
        var content = Sniff.Of(file);
        if (content is not (FileContent.Stl or FileContent.Ply or FileContent.Obj)) return null;

        using var mesh = new MeshBuilder(limits);
        using (var stream = file.Open())
            if (!MeshCheck.Read(stream, file, content, mesh, new(limits), cancel) || mesh.TriangleCount == 0) return null;

        var (places, corners) = (mesh.Places.ToArray(), mesh.Corners.ToArray());
        var shape = MeshShape.Of(mesh);
        if (MeshSize.Unit(shape).InMillimetres is not 1 and var unit)
            for (var i = 0; i < places.Length; i++) places[i] = (float)(places[i] * unit);
        return new(places, corners, shape.Edges.Open);
    }
}
