using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

using Percurso.Content.Contracts;
using Percurso.Content.Data;
using Percurso.Kernel.Data;
using Percurso.Kernel.Web;

namespace Percurso.Content.Media;

/// <summary>Which part of the library somebody looks at, as the address says it.</summary>
sealed class Shelf
{
    public const int Size = 24;

    [FromQuery(Name = "q")]
    public string? Search { get; set; }

    /// <summary><c>imagens</c>, <c>documentos</c>, or all.</summary>
    [FromQuery(Name = "tipo")]
    public string? Kind { get; set; }

    [FromQuery(Name = "pasta")]
    public string? Folder { get; set; }

    /// <summary><c>descricao</c>: only pictures that nobody has described.</summary>
    [FromQuery(Name = "falta")]
    public string? Missing { get; set; }

    [FromQuery(Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    /// <summary>A search goes through all folders.</summary>
    public bool IsSearch => !string.IsNullOrWhiteSpace(Search) || Missing == "descricao";

    string Path => Folder?.Trim('/') ?? "";

    internal sealed record Contents(
        string Folder, IReadOnlyList<string> Within, IReadOnlyList<MediaItem> Items, int Total, int PageNumber, int Undescribed);

    /// <param name="db">Where the library is.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <param name="ready">Only what may be put on a page.</param>
    public async Task<Contents> ReadAsync(ContentDb db, CancellationToken cancel, bool ready = false)
    {
        var folder = await ExistingFolderAsync(db, cancel);
        var found = Matching(db.MediaWhole.AsNoTracking(), folder);
        if (ready) found = found.Where(item => item.Kind == MediaKind.Document || item.Alt != null);

        var total = await found.CountAsync(cancel);
        var number = Paging.Within(PageNumber, Size, total);
        var items = await found.OrderByDescending(item => item.MadeAt).ThenByDescending(item => item.Id)
            .Skip((number - 1) * Size).Take(Size).ToListAsync(cancel);
        var undescribed = await db.Media.CountAsync(item => item.Kind == MediaKind.Picture && item.Alt == null, cancel);
        return new(folder, IsSearch ? [] : await WithinAsync(db, folder, cancel), items, total, number, undescribed);
    }

    /// <summary>The folder asked for, or the outermost where there is none of that name.</summary>
    public async Task<string> ExistingFolderAsync(ContentDb db, CancellationToken cancel) =>
        Path.Length > 0 && await db.MediaFolders.AnyAsync(folder => folder.Path == Path, cancel) ? Path : "";

    IQueryable<MediaItem> Matching(IQueryable<MediaItem> items, string folder)
    {
        if (Kind == "imagens") items = items.Where(item => item.Kind == MediaKind.Picture);
        if (Kind == "documentos") items = items.Where(item => item.Kind == MediaKind.Document);
        if (Missing == "descricao") return items.Where(item => item.Kind == MediaKind.Picture && item.Alt == null);
        return IsSearch
            ? items.Where(item => Sql.Plain(item.Title + " " + item.Key + " " + item.Folder).Contains(Sql.Plain(Search!.Trim())))
            : items.Where(item => item.Folder == folder);
    }

    static async Task<IReadOnlyList<string>> WithinAsync(ContentDb db, string folder, CancellationToken cancel)
    {
        var beginning = folder.Length == 0 ? "" : folder + "/";
        var below = await db.MediaFolders.Where(one => one.Path.StartsWith(beginning) && one.Path != folder).Select(one => one.Path).ToListAsync(cancel);
        return [.. below.Where(path => !path[beginning.Length..].Contains('/', StringComparison.Ordinal)).Order(StringComparer.CurrentCultureIgnoreCase)];
    }
}
