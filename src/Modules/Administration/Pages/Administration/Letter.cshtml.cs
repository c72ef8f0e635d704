using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Administration.Contracts;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Mail;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Administration.Pages.Administration;

[Authorize(Policy = AdministrationPermissions.Letters)]
sealed class LetterModel(ILetters letters, Words words) : PageModel, IShowAgain
{
    [FromRoute]
    public Guid Id { get; set; }

    public LetterDetail Letter { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await letters.FindAsync(Id, cancel) is not { } found) return NotFound();

        Letter = found;
        return Page();
    }

    public async Task<IActionResult> OnPostSendAgainAsync(CancellationToken cancel)
    {
        if (await letters.SendAgainAsync(Id, cancel) is not { } copy) return NotFound();

        TempData.Confirm(words["Uma cópia da carta entrou na fila de envio."]);
        return RedirectToPage(new { id = copy });
    }

    public async Task ShowAgainAsync(CancellationToken cancel) => Letter = (await letters.FindAsync(Id, cancel))!;
}
