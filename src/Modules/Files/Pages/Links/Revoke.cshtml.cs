using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

using Percurso.Files.Data;
using Percurso.Files.Downloads;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Files.Pages.Links;

/// <summary>Ends a link at once; what it brought stays.</summary>
[Authorize]
sealed class RevokeModel(FilesDb db, Readers readers, TimeProvider clock, Words words) : LinksPage(readers)
{
    public IActionResult OnGet(Guid id) => RedirectToPage("List", new { Purpose, Subject });

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Links.SingleOrDefaultAsync(link => link.Id == id && link.Purpose == Purpose && link.SubjectId == Subject, cancel) is not { } found) return NotFound();

        found.Revoke(clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
        TempData.Confirm(words["O link está encerrado. O que chegou por ele fica."]);
        return RedirectToPage("List", new { Purpose, Subject });
    }
}
