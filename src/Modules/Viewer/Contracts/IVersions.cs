namespace Percurso.Viewer.Contracts;

/// <summary>A file that becomes a layer.</summary>
/// <param name="Id">In Files.</param>
/// <param name="Name">As the planner's machine calls it; what it says of the layer's kind is believed at first.</param>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record LayerFile(Guid Id, string Name, string Sha256);

/// <summary>What somebody writes of a layer.</summary>
public sealed record LayerWords(Guid Id, string Name, LayerKind Kind, string Colour, int Opacity);

/// <summary>
/// Versions of what is shown, for modules above. It asks no rights: whoever calls has asked. Each refuses with a <c>RuleBrokenException</c> what a sealed
/// version does not allow.
/// </summary>
public interface IVersions
{
    /// <summary>All of a subject, oldest first.</summary>
    Task<IReadOnlyList<VersionView>> OfAsync(string purpose, Guid subject, CancellationToken cancel);

    Task<VersionView?> FindAsync(Guid version, CancellationToken cancel);

    /// <summary>The next version of a subject, with the layers of the one before it, lying as those do.</summary>
    Task<Guid> BeginAsync(string purpose, Guid subject, Guid by, CancellationToken cancel);

    /// <summary>A file becomes a layer and begins to be made ready. The same file again is the same layer.</summary>
    Task AddLayerAsync(Guid version, LayerFile file, CancellationToken cancel);

    /// <summary>Notes, how the files lie, names, kinds, colours and opacities, in the order given; layers that are not named stay as they are, behind the others.</summary>
    Task DescribeAsync(Guid version, string? notes, Orientation orientation, IReadOnlyList<LayerWords> layers, CancellationToken cancel);

    Task RemoveLayerAsync(Guid version, Guid layer, CancellationToken cancel);

    /// <returns>The hash of all that it shows.</returns>
    Task<string> SealAsync(Guid version, CancellationToken cancel);

    /// <summary>It goes back to whoever makes it; only for one that nobody outside has seen.</summary>
    Task UnsealAsync(Guid version, CancellationToken cancel);

    /// <summary>Whether rows and bytes of a sealed version are still those it was sealed with.</summary>
    Task<bool> IsWholeAsync(Guid version, CancellationToken cancel);

    /// <summary>Makes ready what waits, here and now; for recipes. Otherwise it happens by itself.</summary>
    Task PrepareAsync(CancellationToken cancel);
}
