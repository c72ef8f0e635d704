namespace Percurso.Files.Previews;

/// <summary>A small picture of a file. Its bytes, a PNG, lie in the store as one piece of the same id.</summary>
sealed class StoredPreview
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid FileId { get; init; }

    /// <summary><c>axial</c>, <c>coronal</c>, <c>sagittal</c>, <c>mesh</c>, <c>small</c>.</summary>
    public required string View { get; init; }

    /// <summary>Bytes; null while it is being written.</summary>
    public long? Length { get; init; }
}
