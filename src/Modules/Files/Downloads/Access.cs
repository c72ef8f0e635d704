namespace Percurso.Files.Downloads;

enum AccessKind { Download, Zip, Preview }

/// <summary>That somebody fetched a file: a line that is written before the first byte goes out, and that nobody can change or remove.</summary>
sealed class Access
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required DateTime At { get; init; }

    /// <summary>Whose account the session is.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Who of the staff looked through that person's eyes.</summary>
    public Guid? SeenBy { get; init; }
    public required Guid FileId { get; init; }
    public required string Purpose { get; init; }
    public required Guid SubjectId { get; init; }
    public required AccessKind Kind { get; init; }

    /// <summary>Where the request came from.</summary>
    public string? Address { get; init; }
}
