namespace Percurso.Files.Uploads;

/// <summary>Whether an upload is a file, a part of one that is sent in parallel, or the parts put together.</summary>
enum UploadKind { Whole, Partial, Final }

/// <summary>
/// Bytes that are being sent, and what they are sent for. It stays when they have come: a file is an upload's pieces.
/// </summary>
sealed class Upload
{
    public const int NameLength = 255;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose subject it is, <c>case</c>.</summary>
    public required string Purpose { get; init; }
    public required Guid SubjectId { get; init; }
    public required string Slot { get; init; }

    /// <summary>Whose room it takes: the clinic.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>Who sends it; null for somebody with a link.</summary>
    public Guid? AccountId { get; init; }
    public Guid? LinkId { get; init; }
    public required UploadKind Kind { get; init; }

    /// <summary>As the sender's machine calls it. Shown, never a path.</summary>
    public required string Name { get; init; }

    /// <summary>As the protocol has it, given back as it came.</summary>
    public required string Metadata { get; init; }

    /// <summary>Bytes that are to come; null while the sender does not know.</summary>
    public long? Length { get; set; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime ExpiresAt { get; set; }
    public DateTime? FinishedAt { get; set; }

    /// <summary>Of all of it, in lower-case hex; null until it has come, and for parts.</summary>
    public string? Sha256 { get; set; }

    /// <summary>The same bytes for something else, as somebody of the company puts them there.</summary>
    public Upload For(Guid subject, string slot, Guid owner, Guid by, DateTime now) => new()
    {
        Purpose = Purpose,
        SubjectId = subject,
        Slot = slot,
        OwnerId = owner,
        AccountId = by,
        Kind = UploadKind.Whole,
        Name = Name,
        Metadata = "",
        Length = Length,
        CreatedAt = now,
        ExpiresAt = now,
        FinishedAt = now,
        Sha256 = Sha256,
    };
}

/// <summary>Bytes of an upload that were written in one go; see <c>IStore</c>.</summary>
sealed class Piece
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid UploadId { get; set; }

    /// <summary>Its place, from 0; numbers may be left out.</summary>
    public required int Number { get; set; }

    /// <summary>Null while it is being written.</summary>
    public long? Length { get; set; }

    /// <summary>What its bytes must add up to is not yet known to be so: it counts only as a whole.</summary>
    public required bool IsOnTrial { get; init; }
}
