namespace Percurso.Viewer.Contracts;

/// <summary>An answer to a comment.</summary>
public sealed record ReplyView(string Name, bool ByCompany, DateTime At, string Text);

/// <summary>What somebody said of a version, perhaps of a place on it.</summary>
/// <param name="Number">From 1 within the version; what people call it by.</param>
/// <param name="Layer">The layer it is pinned to.</param>
/// <param name="Place">x, y, z in millimetres; null where it concerns the whole.</param>
/// <param name="View">Camera, layers and cut as its author saw them, as the viewer wrote it; null without.</param>
/// <param name="ClosedAt">Null while it is open.</param>
public sealed record CommentView(
    Guid Id, int Number, Guid By, string Name, bool ByCompany, DateTime At, string Text, Guid? Layer, IReadOnlyList<double>? Place, string? View,
    DateTime? ClosedAt, string? ClosedBy, IReadOnlyList<ReplyView> Replies)
{
    public bool IsOpen => ClosedAt is null;
}

/// <summary>Comments on versions, for modules above. It asks no rights.</summary>
public interface IComments
{
    /// <summary>In the order in which they were made.</summary>
    Task<IReadOnlyList<CommentView>> OfAsync(Guid version, CancellationToken cancel);

    Task<int> CountOpenAsync(Guid version, CancellationToken cancel);
}
