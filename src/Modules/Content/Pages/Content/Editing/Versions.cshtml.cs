using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Content.Contracts;
using Percurso.Content.Data;

namespace Percurso.Content.Pages.Content.Editing;

[Authorize(Policy = ContentPermissions.EditPages)]
sealed class VersionsModel(ContentDb db, IFindPeople people) : PageModel
{
    public Guid Id { get; private set; }

    public string PageTitle { get; private set; } = "";

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Pages.AsNoTracking().SingleOrDefaultAsync(page => page.Id == id, cancel) is not { } page) return NotFound();

        (Id, PageTitle) = (id, page.Title);
        var versions = await db.Versions.Where(version => version.PageId == id).OrderByDescending(version => version.At).ThenByDescending(version => version.Id)
            .Select(version => new { version.Id, version.Number, version.At, version.ById }).Take(200).ToListAsync(cancel);
        var names = await people.ByIdAsync(versions.Select(version => version.ById).OfType<Guid>().Distinct(), cancel);
        Lines = [.. versions.Select(version => new Line(version.Id, version.Number, version.At,
            version.ById is { } by ? names.GetValueOrDefault(by)?.Name : null, page.Live is not null && version.Number == page.Published))];
        return Page();
    }

    internal sealed record Line(Guid Id, int? Number, DateTime At, string? Who, bool IsLive);
}
