namespace Percurso.Viewer.Contracts;

/// <summary>How far a layer's mesh is from being shown.</summary>
public enum MeshState
{
    /// <summary>It is being made ready.</summary>
    Preparing,
    Ready,

    /// <summary>The file is no mesh we can read, or reading it has failed again and again.</summary>
    Failed,
}

/// <summary>What is known of a layer's mesh; numbers are 0 until it is ready.</summary>
/// <param name="Triangles">All of them.</param>
/// <param name="IsClosed">Whether sections of it may be filled.</param>
/// <param name="Size">Of its box, x, y, z in millimetres.</param>
/// <param name="ErrorMicrometres">How far any vertex shown lies from the file's at most.</param>
/// <param name="FullBytes">Of what the browser fetches.</param>
/// <param name="CoarseBytes">Of what it fetches first.</param>
public sealed record MeshView(MeshState State, int Triangles, bool IsClosed, IReadOnlyList<double> Size, double ErrorMicrometres, long FullBytes, long CoarseBytes);

/// <summary>One mesh of a version: what it is, and how it is shown.</summary>
/// <param name="FileId">In Files: the original.</param>
/// <param name="FileName">As the planner's machine calls it.</param>
/// <param name="FileSha256">Of the original, lower-case hex.</param>
/// <param name="Name">What people read.</param>
/// <param name="Colour"><c>#rrggbb</c>.</param>
/// <param name="Opacity">In percent, 5 to 100.</param>
public sealed record LayerView(
    Guid Id, Guid FileId, string FileName, string FileSha256, string Name, LayerKind Kind, string Colour, int Opacity, MeshView Mesh);

/// <summary>A set of layers that belong together, numbered within its subject. Once sealed it never changes unless it is unsealed before anybody outside saw it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Notes">What has changed since the one before, for the reader.</param>
/// <param name="Orientation">How its files lie in the patient.</param>
/// <param name="MadeBy">Who began it.</param>
/// <param name="SealedAt">Null while it is being made.</param>
/// <param name="Hash">SHA-256 over all that is shown and the files it was made from, lower-case hex; null until sealed.</param>
public sealed record VersionView(
    Guid Id, string Purpose, Guid SubjectId, int Number, string? Notes, Orientation Orientation, Guid MadeBy, DateTime MadeAt, DateTime? SealedAt, string? Hash, IReadOnlyList<LayerView> Layers)
{
    public bool IsSealed => SealedAt is not null;

    /// <summary>Whether every layer can be shown, and there is one.</summary>
    public bool IsReady => Layers.Count > 0 && Layers.All(layer => layer.Mesh.State == MeshState.Ready);
}
