using System.Linq.Expressions;

using Microsoft.EntityFrameworkCore;

using Npgsql;

using Percurso.Content.Contracts;
using Percurso.Content.Data;

namespace Percurso.Content.Media;

/// <summary>The library as other modules see it.</summary>
sealed class MediaLibrary(ContentDb db, NpgsqlDataSource source) : IMediaLibrary
{
    public Task<MediaEntry?> FindAsync(Guid id, CancellationToken cancel) => OneAsync(item => item.Id == id, cancel);

    public Task<MediaEntry?> FindAsync(string key, CancellationToken cancel) => OneAsync(item => item.Key == key, cancel);

    public async Task<IReadOnlyList<MediaEntry>> AllAsync(MediaKind kind, CancellationToken cancel)
    {
        var found = await db.MediaWhole.AsNoTracking().Where(item => item.Kind == kind).OrderBy(item => item.Title).ThenBy(item => item.Key).ToListAsync(cancel);
        return [.. found.Select(Entry)];
    }

    public async Task<IReadOnlyList<MediaEdition>> EditionsAsync(Guid id, CancellationToken cancel) =>
        await db.MediaWhole.AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, cancel) is { } item
            ? [.. item.Versions.OrderByDescending(version => version.Number).Select(version => Edition(item, version))]
            : [];

    public Stream Open(MediaEdition edition) => new StoredBytes(source, edition.Hash, edition.Size);

    async Task<MediaEntry?> OneAsync(Expression<Func<MediaItem, bool>> which, CancellationToken cancel) =>
        await db.MediaWhole.AsNoTracking().SingleOrDefaultAsync(which, cancel) is { } item ? Entry(item) : null;

    public static MediaEntry Entry(MediaItem item) => new(item.Id, item.Key, item.Kind, item.Title, item.Alt, Edition(item, item.Current));

    static MediaEdition Edition(MediaItem item, MediaVersion version) => new(
        item.Id, version.Number, version.FileName, version.MediaType, version.Size, version.Pages,
        MediaUrl.Of(version.Hash, item.Key, version.MediaType), version.Hash, version.At);
}
