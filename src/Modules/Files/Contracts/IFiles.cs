namespace Percurso.Files.Contracts;

/// <summary>A file as modules above see it.</summary>
/// <param name="Slot">The slot's key.</param>
/// <param name="Number">Its version in the slot, from 1.</param>
/// <param name="Name">As the sender's machine calls it.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="SentBy">Null for somebody with a link.</param>
/// <param name="SentThrough">The name of the link, for those.</param>
/// <param name="Findings">What the checks found, in the reader's language, the heaviest first.</param>
/// <param name="Facts">What the checks know of it, in the reader's language.</param>
/// <param name="Views">Which small pictures there are of it, such as <c>axial</c>.</param>
/// <param name="IsPicture">Whether a browser shows it as it is.</param>
/// <param name="RiskName">Who answers for what the checks found doubtful.</param>
public sealed record FileView(
    Guid Id, string Slot, int Number, string Name, long Length, string Sha256, DateTime SentAt, Guid? SentBy, string? SentThrough, FileState State,
    IReadOnlyList<string> Findings, IReadOnlyList<string> Facts, IReadOnlyList<string> Views, bool IsPicture, string? RiskName, string? OutReason)
{
    /// <summary>Whether it may stand for its slot.</summary>
    public bool Counts => State is FileState.Fine or FileState.RiskTaken;

    /// <summary>Whether it is shown and handed out at all.</summary>
    public bool IsHere => State is not (FileState.Quarantined or FileState.Withdrawn);

    public string Path => $"/arquivos/{Id}";

    /// <summary>Where one of its <see cref="Views"/> is; <see cref="Whole"/> for a photograph itself.</summary>
    public string ViewPath(string view) => $"{Path}/previa/{view}";

    /// <summary>The view that a photograph itself is.</summary>
    public const string Whole = "inteira";
}

/// <summary>The files of subjects, for modules above. It asks no rights: whoever calls has asked.</summary>
public interface IFiles
{
    /// <summary>All there ever were, by slot and version.</summary>
    Task<IReadOnlyList<FileView>> OfAsync(string purpose, Guid subject, CancellationToken cancel);

    /// <summary>Somebody answers by name for what the checks found doubtful.</summary>
    /// <exception cref="Kernel.RuleBrokenException">There is nothing to answer for.</exception>
    Task TakeRiskAsync(string purpose, Guid subject, Guid file, Guid by, CancellationToken cancel);

    /// <summary>It is somebody else's: out of everything, and kept for the company alone, which is told.</summary>
    Task QuarantineAsync(string purpose, Guid subject, Guid file, string reason, Guid by, CancellationToken cancel);

    /// <summary>The sender takes it back.</summary>
    Task WithdrawAsync(string purpose, Guid subject, Guid file, Guid by, CancellationToken cancel);
}
