using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Content.Contracts;
using Percurso.Content.Data;
using Percurso.Content.Domain;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Content.Pages.Content;

[Authorize(Policy = ContentPermissions.ReadMessages)]
sealed class MessageModel(ContentDb db, TimeProvider clock, Words words) : PageModel
{
    public Message Message { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } found) return NotFound();

        Message = found;
        return Page();
    }

    public async Task<IActionResult> OnPostReadAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } found) return NotFound();

        found.Read(clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
        TempData.Confirm(words["A mensagem está marcada como lida."]);
        return RedirectToPage();
    }

    Task<Message?> FindAsync(Guid id, CancellationToken cancel) => db.Messages.SingleOrDefaultAsync(message => message.Id == id, cancel);
}
