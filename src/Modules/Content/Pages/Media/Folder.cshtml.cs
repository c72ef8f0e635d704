using System.ComponentModel.DataAnnotations;

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
sealed class FolderModel(ContentDb db, MoveFolder move, Words words) : PageModel
{
    [BindProperty(Name = "pasta", SupportsGet = true)]
    public string? Asked { get; set; }

    public string Folder => Asked ?? "";

    /// <summary>Only the form that renames has it, so it is bound by that form's handler and not by all.</summary>
    public Form Input { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ExistsAsync(cancel)) return NotFound();

        Input.Name = Folders.Name(Folder);
        return Page();
    }

    public async Task<IActionResult> OnPostRenameAsync([Bind(Prefix = nameof(Input))] Form input, CancellationToken cancel)
    {
        if (!await ExistsAsync(cancel)) return NotFound();

        var parent = Folders.Above(Folder).SkipLast(1).LastOrDefault() ?? "";
        var renamed = Folders.Within(parent, input.Name);
        await move.RenameAsync(Folder, renamed, cancel);
        TempData.Confirm(words["A pasta tem o nome novo."]);
        return RedirectToPage("Library", new { pasta = renamed });
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancel)
    {
        if (!await ExistsAsync(cancel)) return NotFound();

        var parent = Folders.Above(Folder).SkipLast(1).LastOrDefault() ?? "";
        await move.DissolveAsync(Folder, parent, cancel);
        TempData.Confirm(words["A pasta foi apagada; o que estava nela está aqui."]);
        return RedirectToPage("Library", new { pasta = parent.Length > 0 ? parent : null });
    }

    Task<bool> ExistsAsync(CancellationToken cancel) => db.MediaFolders.AnyAsync(folder => folder.Path == Folder, cancel);

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva o nome da pasta.")]
        [StringLength(Folders.NameLength, ErrorMessage = "O nome de uma pasta tem de 1 a 40 letras. Escreva outro.")]
        public string Name { get; set; } = "";
    }
}
