namespace Percurso.Files.Contracts;

/// <summary>A mesh as its file has it, vertices at one place made one.</summary>
/// <param name="Places">x, y, z of each vertex in turn, in millimetres.</param>
/// <param name="Corners">Three vertices of each triangle in turn.</param>
/// <param name="OpenEdges">Edges with one triangle; none where it is closed.</param>
public sealed record MeshContent(float[] Places, int[] Corners, int OpenEdges);

/// <summary>Reads the meshes among the files. It asks no rights.</summary>
public interface IMeshes
{
    /// <summary>Null for a file that is no STL, PLY or OBJ, or has not one triangle.</summary>
    /// <exception cref="OperationCanceledException">Reading was stopped; it may begin anew.</exception>
    Task<MeshContent?> ReadAsync(Guid file, CancellationToken cancel);
}
