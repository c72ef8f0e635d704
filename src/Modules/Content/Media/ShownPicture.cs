using System.Globalization;

using Microsoft.EntityFrameworkCore;

using Percurso.Content.Contracts;
using Percurso.Content.Data;

namespace Percurso.Content.Media;

/// <summary>A picture of the library as a page wants it: model of the partial <c>_Picture</c>.</summary>
/// <param name="Key">The item's key; the partial shows nothing where no such picture is.</param>
/// <param name="Sizes">How wide it stands, as the attribute <c>sizes</c> says it: <c>(width &gt;= 62rem) 40vw, 100vw</c>.</param>
/// <param name="First">It is in sight when the page opens, so it is loaded at once; the others wait until they come near.</param>
/// <param name="Alt">Where this use of it says something else than the library.</param>
/// <param name="Class">Further classes of the element.</param>
sealed record PictureUse(string? Key, string Sizes = "100vw", bool First = false, string? Alt = null, string? Class = null);

/// <summary>What the partial writes.</summary>
/// <param name="Width">Of the largest file, for the room it takes before it comes.</param>
/// <param name="Address">Of the file for browsers that choose none.</param>
/// <param name="Sets">By media type, the one to prefer first: addresses with their widths.</param>
sealed record ShownPicture(string Alt, int Width, int Height, int FocalX, int FocalY, string Address, IReadOnlyList<(string MediaType, string SrcSet)> Sets)
{
    /// <summary>From the newest format to the one all browsers know.</summary>
    static readonly string[] preferred = ["image/avif", "image/webp", "image/png", "image/jpeg"];

    /// <summary>Null where there is no such picture.</summary>
    public static async Task<ShownPicture?> FindAsync(ContentDb db, string key, CancellationToken cancel) =>
        await db.MediaWhole.AsNoTracking().SingleOrDefaultAsync(item => item.Key == key && item.Kind == MediaKind.Picture, cancel) is { } item ? Of(item) : null;

    public static ShownPicture Of(MediaItem item)
    {
        var current = item.Current;
        var sets = current.Files.GroupBy(file => file.MediaType).OrderBy(set => Array.IndexOf(preferred, set.Key))
            .Select(set => (set.Key, string.Join(", ", set.OrderBy(file => file.Width).Select(file => $"{Url(file)} {file.Width}w")))).ToList();
        return new(
            item.Alt?.In(CultureInfo.CurrentUICulture) ?? "", current.Width ?? 1, current.Height ?? 1, item.FocalX, item.FocalY,
            MediaUrl.Of(current.Hash, item.Key, current.MediaType, current.Width), sets);

        string Url(MediaFile file) => MediaUrl.Of(file.Hash, item.Key, file.MediaType, file.Width);
    }

    /// <summary>The address of the smallest file that is at least this wide, for a list.</summary>
    public static string Thumbnail(MediaItem item, int width = 320)
    {
        var files = item.Current.Files.OrderBy(file => file.Width).ToList();
        var file = files.FirstOrDefault(file => file.Width >= width) ?? files[^1];
        return MediaUrl.Of(file.Hash, item.Key, file.MediaType, file.Width);
    }

    /// <summary>The focal point in classes, which the content security policy allows where it allows no style: tenths of the way.</summary>
    public string Focus => FocusOf(FocalX, FocalY);

    public static string FocusOf(int x, int y) => $"focus-x-{(x + 5) / 10 * 10} focus-y-{(y + 5) / 10 * 10}";
}
