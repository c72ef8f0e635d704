using System.Globalization;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Content.Data;
using Percurso.Content.Domain.Pages;
using Percurso.Kernel.Data;
using Percurso.Kernel.Web;

namespace Percurso.Content.Pages.Content.Site;

/// <summary>Searches the pages of the reader's language for every word typed, accents ignored; pages that have one in the title come first.</summary>
[AllowAnonymous]
sealed class SearchModel(ContentDb db) : PageModel
{
    const int Most = 30, MostWords = 8, ExcerptLength = 180;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Asked { get; set; }

    public bool IsAsked => !string.IsNullOrWhiteSpace(Asked);

    public IReadOnlyList<Hit> Found { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (Asked is null || !IsAsked || !StorableText.IsStorable(Asked) || Asked.Length > 200) return;

        var words = Asked.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToArray();
        var culture = CultureInfo.CurrentUICulture.Name;
        var pages = db.Pages.AsNoTracking().Where(page => page.Live != null && page.Culture == culture);
        foreach (var word in words) pages = pages.Where(page => Sql.Plain(page.Search).Contains(Sql.Plain(word)));

        var first = words[0];
        var rows = await pages.OrderByDescending(page => Sql.Plain(page.Title).Contains(Sql.Plain(first))).ThenBy(page => page.Title).Take(Most)
            .Select(page => new { page.Culture, page.Address, page.Live, page.Search }).ToListAsync(cancel);
        Found = [.. rows.Select(row => new Hit(PageAddress.PathOf(row.Culture, row.Address), row.Live!.Title, Excerpt(row.Search, first)))];
    }

    /// <summary>The words around the first hit.</summary>
    static string Excerpt(string text, string word)
    {
        var flat = string.Join(' ', text.Split('\n').Skip(1).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        var at = CultureInfo.InvariantCulture.CompareInfo.IndexOf(flat, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace);
        var from = Math.Clamp(at - ExcerptLength / 3, 0, Math.Max(0, flat.Length - ExcerptLength));
        var part = flat.Substring(from, Math.Min(ExcerptLength, flat.Length - from));
        return $"{(from > 0 ? "…" : "")}{part}{(from + part.Length < flat.Length ? "…" : "")}";
    }

    internal sealed record Hit(string Path, string Title, string Excerpt);
}
