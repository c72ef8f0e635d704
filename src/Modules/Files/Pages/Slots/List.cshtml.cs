using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Files.Contracts;
using Percurso.Files.Slots;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Files.Pages.Slots;

/// <summary>What the company asks for, in its order.</summary>
[Authorize(Policy = FilesPermissions.EditSlots)]
sealed class ListModel(EditSlots edit, IEnumerable<IFileSubjects> owners, Words words) : PageModel
{
    public IReadOnlyList<Slot> Slots { get; private set; } = [];

    public IReadOnlyList<SubjectKind> Kinds => [.. owners.SelectMany(owner => owner.Kinds)];

    public async Task OnGetAsync(CancellationToken cancel) => Slots = await edit.AllAsync(cancel);

    public async Task<IActionResult> OnPostEarlierAsync([FromForm(Name = "chave")] string? key, CancellationToken cancel)
    {
        if (!await edit.MoveEarlierAsync(key ?? "", cancel)) return NotFound();

        TempData.Confirm(words["A ordem mudou."]);
        return RedirectToPage();
    }
}
