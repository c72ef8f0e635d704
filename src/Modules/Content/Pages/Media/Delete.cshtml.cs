using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Content.Contracts;
using Percurso.Content.Data;
using Percurso.Content.Media;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Content.Pages.Media;

[Authorize(Policy = ContentPermissions.ManageMedia)]
sealed class DeleteModel(ContentDb db, TakeMedia take, FindUses uses, Words words) : ItemPage(db, uses)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await take.DeleteAsync(Item, cancel);
        TempData.Confirm(words["“{0}” foi apagado da biblioteca.", Item.Title]);
        return RedirectToPage("Library", new { pasta = Item.Folder.Length > 0 ? Item.Folder : null });
    }
}
