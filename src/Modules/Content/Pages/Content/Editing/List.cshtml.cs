using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Content.Contracts;
using Percurso.Content.Data;
using Percurso.Content.Domain.Pages;
using Percurso.Content.Editing;
using Percurso.Kernel.Data;
using Percurso.Kernel.Web;

namespace Percurso.Content.Pages.Content.Editing;

[Authorize(Policy = ContentPermissions.EditPages)]
sealed class ListModel(ContentDb db) : PageModel
{
    public const int Size = 25;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(Name = "estado", SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(Name = "pagina", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public int Total { get; private set; }
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = Matching();
        Total = await found.CountAsync(cancel);
        PageNumber = Paging.Within(PageNumber, Size, Total);
        var ordered = found.OrderBy(page => EF.Functions.Collate(page.Title, "pt-BR-x-icu")).ThenBy(page => page.Culture).ThenBy(page => page.Id);
        Lines = [.. (await ordered.Skip((PageNumber - 1) * Size).Take(Size).ToListAsync(cancel)).Select(page =>
            new Line(page.Id, page.Title, page.Path, StateOfPage.Of(page), page.SavedAt))];
    }

    IQueryable<SitePage> Matching()
    {
        var pages = State switch
        {
            "no-ar" => db.Pages.AsNoTracking().Where(page => page.Live != null),
            "rascunho" => db.Pages.AsNoTracking().Where(page => page.Live == null),
            "agendada" => db.Pages.AsNoTracking().Where(page => page.PublishAt != null || page.UnpublishAt != null),
            _ => db.Pages.AsNoTracking(),
        };
        return string.IsNullOrWhiteSpace(Search)
            ? pages
            : pages.Where(page => Sql.Plain(page.Title + " " + page.Address + " " + page.Search).Contains(Sql.Plain(Search.Trim())));
    }

    internal sealed record Line(Guid Id, string Title, string Path, StateOfPage State, DateTime SavedAt);
}
