using Percurso.Content.Contracts;

namespace Percurso.Content.Media;

/// <summary>Asks all who show items of the library where they show this one.</summary>
sealed class FindUses(IEnumerable<IUseMedia> users)
{
    public async Task<IReadOnlyList<MediaUse>> OfAsync(MediaItem item, CancellationToken cancel)
    {
        var found = new List<MediaUse>();
        foreach (var user in users) found.AddRange(await user.OfAsync(MediaLibrary.Entry(item), cancel));
        return found;
    }
}
