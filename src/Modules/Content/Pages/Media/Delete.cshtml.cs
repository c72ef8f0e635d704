using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Content.Contracts;
using Percurso.Content.Data;
using Percurso.Content.Media;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Content.Pages.Media;

[Authorize(Policy = ContentPermissions.ManageMedia)]
sealed class DeleteModel(ContentDb db, TakeMedia take, FindUses uses, Words words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public MediaItem Item { get; private set; } = null!;
    public IReadOnlyList<MediaUse> Uses { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } item) return NotFound();

        Item = item;
        Uses = await uses.OfAsync(item, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } item) return NotFound();

        await take.DeleteAsync(item, cancel);
        TempData.Confirm(words["“{0}” foi apagado da biblioteca.", item.Title]);
        return RedirectToPage("Library", new { pasta = item.Folder.Length > 0 ? item.Folder : null });
    }

    Task<MediaItem?> FindAsync(CancellationToken cancel) => db.MediaWhole.SingleOrDefaultAsync(item => item.Id == Id, cancel);
}
