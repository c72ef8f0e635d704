using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Content.Contracts;
using Percurso.Content.Data;
using Percurso.Content.Domain.Pages;
using Percurso.Content.Editing;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Theme.Contracts;

namespace Percurso.Content.Pages.Content.Editing;

/// <summary>One version beside the draft of now.</summary>
[Authorize(Policy = ContentPermissions.EditPages)]
sealed class CompareModel(ContentDb db, PageText text, Words words, TimeProvider clock) : PageModel
{
    public SitePage Shown { get; private set; } = null!;

    public PageVersion Version { get; private set; } = null!;

    public IReadOnlyList<SideBySide> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid version, CancellationToken cancel)
    {
        if (!await FindAsync(id, version, cancel)) return NotFound();

        Rows = Difference.Of(text.Lines(Version.Content), text.Lines(Shown.Draft));
        return Page();
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid id, Guid version, CancellationToken cancel)
    {
        if (!await FindAsync(id, version, cancel)) return NotFound();

        Shown.Restore(Version, User.AccountId(), clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
        TempData.Confirm(words["O rascunho é agora igual a esta versão. O que estava nele ficou entre as versões. Publique para que os visitantes a vejam."]);
        return RedirectToPage("Edit", new { id });
    }

    async Task<bool> FindAsync(Guid id, Guid version, CancellationToken cancel)
    {
        var (page, found) = (
            await db.Pages.SingleOrDefaultAsync(page => page.Id == id, cancel),
            await db.Versions.AsNoTracking().SingleOrDefaultAsync(one => one.Id == version && one.PageId == id, cancel));
        if (page is null || found is null) return false;

        (Shown, Version) = (page, found);
        return true;
    }
}
