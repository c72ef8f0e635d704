using System.Text.RegularExpressions;

using Microsoft.EntityFrameworkCore;

using Percurso.Content.Blocks;
using Percurso.Content.Data;
using Percurso.Content.Domain.Pages;

namespace Percurso.Content.Publishing;

/// <summary>Something only the company knows, and that a page on the air still lacks.</summary>
/// <param name="What">In the words of the placeholder.</param>
/// <param name="Page">The page's title.</param>
/// <param name="PageId">Where it is written.</param>
sealed record Gap(string What, string Page, Guid PageId);

/// <summary>
/// Finds placeholders that recipes leave on pages for the company's own facts: <c>[a completar: CNPJ]</c>, in English <c>[to complete: CNPJ]</c>.
/// </summary>
sealed partial class ToComplete(ContentDb db, BlockKinds kinds)
{
    public async Task<IReadOnlyList<Gap>> FindAsync(CancellationToken cancel)
    {
        var pages = await db.Pages.AsNoTracking().Where(page => page.Live != null && (page.Search.Contains("a completar:") || page.Search.Contains("to complete:")))
            .OrderBy(page => page.Culture == "en").ThenBy(page => page.Address).ToListAsync(cancel);
        return [.. pages.SelectMany(Gaps)];
    }

    IEnumerable<Gap> Gaps(SitePage page) => Placeholder().Matches(kinds.WordsOf(page.Live!)).Select(found => new Gap(found.Groups[1].Value, page.Live!.Title, page.Id));

    [GeneratedRegex(@"\[(?:a completar|to complete): ([^\]]+)\]")]
    private static partial Regex Placeholder();
}
