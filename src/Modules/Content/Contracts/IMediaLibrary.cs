using Percurso.Kernel.Localization;

namespace Percurso.Content.Contracts;

/// <summary>An item of the media library, with its current version.</summary>
/// <param name="Key">Small letters, digits, hyphens; stays the same whatever file is in it.</param>
/// <param name="Alt">What a picture shows; null for a document, and for a picture nobody has described.</param>
public sealed record MediaEntry(Guid Id, string Key, MediaKind Kind, string Title, LocalText? Alt, MediaEdition Current);

/// <summary>One version of an item. It never changes, and stays when a newer one comes.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Pages">Of a document.</param>
/// <param name="Url">Its public address for ever, inside the site.</param>
/// <param name="Hash">SHA-256 of its bytes, in small hexadecimal digits.</param>
public sealed record MediaEdition(
    Guid ItemId, int Number, string FileName, string MediaType, long Size, int? Pages, string Url, string Hash, DateTime At);

/// <summary>
/// The company's public pictures and documents. Everybody may read all of it: health data never goes there. Only those who may
/// manage the library change it, on its own pages; replacing a file makes a new version of the same item.
/// </summary>
public interface IMediaLibrary
{
    /// <summary>Null when it is not there, or was deleted.</summary>
    Task<MediaEntry?> FindAsync(Guid id, CancellationToken cancel);

    /// <summary>Null when it is not there, or was deleted.</summary>
    Task<MediaEntry?> FindAsync(string key, CancellationToken cancel);

    /// <summary>All items of a kind by their titles: what a list to choose from offers.</summary>
    Task<IReadOnlyList<MediaEntry>> AllAsync(MediaKind kind, CancellationToken cancel);

    /// <summary>Every version of an item, the newest first; empty when it is not there.</summary>
    Task<IReadOnlyList<MediaEdition>> EditionsAsync(Guid id, CancellationToken cancel);

    /// <summary>A version's bytes: read only, seekable, fetched piece by piece while it is read.</summary>
    Stream Open(MediaEdition edition);
}

/// <summary>A place that shows an item of the library.</summary>
/// <param name="Title">What the place is called, in words for the person who wants to delete the item.</param>
/// <param name="Url">Where that place is edited; null where there is no such page.</param>
public sealed record MediaUse(string Title, string? Url);

/// <summary>A module that shows items of the library says where, so that nobody deletes one that is in use unawares.</summary>
public interface IUseMedia
{
    Task<IReadOnlyList<MediaUse>> OfAsync(MediaEntry item, CancellationToken cancel);
}
