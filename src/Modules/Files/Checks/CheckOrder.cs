namespace Percurso.Files.Checks;

/// <summary>What is to be checked, and against what.</summary>
/// <param name="Files">One file, or the many of a folder.</param>
/// <param name="Wanted">What the slot takes.</param>
/// <param name="Limits">The slot's.</param>
sealed record CheckOrder(IReadOnlyList<SentFile> Files, FileSort Wanted, Limits Limits)
{
    /// <summary>The patient's name in the case; null checks no name.</summary>
    public string? PatientName { get; init; }

    /// <summary>The patient's birth date in the case; null checks none.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>
    /// Where a ZIP that lies within a ZIP is unfolded to: an empty stream that can seek and vanishes when it is closed. By default a file in the
    /// system's folder for temporary ones.
    /// </summary>
    public Func<Stream> Scratch { get; init; } = () =>
        new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 << 10, FileOptions.DeleteOnClose);

    /// <summary>Stops the work, by an <see cref="OperationCanceledException"/>; beginning anew gives the same verdict.</summary>
    public CancellationToken Cancel { get; init; }
}
