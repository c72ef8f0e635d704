using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Content.Contracts;
using Percurso.Content.Data;
using Percurso.Content.Domain.Pages;
using Percurso.Content.Publishing;

namespace Percurso.Content.Pages.Content.Editing;

/// <summary>A page as it would look: its draft, or one of its versions. Our own editor shows it in a frame.</summary>
[Authorize(Policy = ContentPermissions.EditPages), InPageLanguage]
sealed class PreviewModel(ContentDb db) : PageModel
{
    /// <summary>As strict as the site's own, but for the frame, and without any script.</summary>
    const string Policy = "default-src 'self'; script-src 'none'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'none'; frame-ancestors 'self'";

    public PageContent Shown { get; private set; } = null!;

    [BindProperty(Name = "versao", SupportsGet = true)]
    public Guid? Version { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var content = Version is { } version
            ? await db.Versions.Where(one => one.PageId == id && one.Id == version).Select(one => one.Content).SingleOrDefaultAsync(cancel)
            : await db.Pages.Where(page => page.Id == id).Select(page => page.Draft).SingleOrDefaultAsync(cancel);
        if (content is null) return NotFound();

        Shown = content;
        Response.Headers.ContentSecurityPolicy = Policy;
        return Page();
    }
}
