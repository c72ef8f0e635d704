using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Files.Checks;
using Percurso.Files.Contracts;
using Percurso.Files.Slots;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Files.Pages.Slots;

/// <summary>Something more that the company asks for, in cases whose step opens from now on.</summary>
[Authorize(Policy = FilesPermissions.EditSlots)]
sealed class NewSlotModel(EditSlots edit, IEnumerable<IFileSubjects> owners, Words words) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Most of what a company adds is one more photograph.</summary>
    public void OnGet() => Input.Takes = [nameof(FileSort.Photograph)];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await edit.AddAsync(Input.Key, Input.Read([.. owners.SelectMany(owner => owner.Kinds)]), cancel);
        TempData.Confirm(words["O item está na lista."]);
        return RedirectToPage("List");
    }

    internal sealed class Form : SlotForm
    {
        [Required(ErrorMessage = "Escreva a chave.")]
        [StringLength(Slot.KeyLength, ErrorMessage = "A chave passa de 40 letras. Escreva-a mais curta.")]
        [RegularExpression("^(?!novo$)[a-z0-9]+(-[a-z0-9]+)*$", ErrorMessage = "A chave só tem letras minúsculas sem acento, números e hífens, e não é “novo”.")]
        public string Key { get; set; } = "";
    }
}
