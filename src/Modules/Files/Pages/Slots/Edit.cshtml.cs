using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Files.Contracts;
using Percurso.Files.Slots;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Files.Pages.Slots;

/// <summary>One slot: what it asks for, of whom, and whether it still does.</summary>
[Authorize(Policy = FilesPermissions.EditSlots)]
sealed class EditModel(EditSlots edit, IEnumerable<IFileSubjects> owners, Words words) : SlotPage(edit)
{
    public SlotForm Input { get; set; } = new();

    public void OnGet() => Input = SlotForm.Of<SlotForm>(Slot);

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "Input")] SlotForm input, CancellationToken cancel)
    {
        Input = input;
        Slot.Describe(input.Read([.. owners.SelectMany(owner => owner.Kinds)]));
        await Edit.SaveAsync(Slot, "described", cancel);
        TempData.Confirm(words["O item mudou."]);
        return RedirectToPage("List");
    }

    public async Task<IActionResult> OnPostRetireAsync(bool ask, CancellationToken cancel)
    {
        Slot.Retire(!ask);
        await Edit.SaveAsync(Slot, ask ? "asked for again" : "retired", cancel);
        TempData.Confirm(ask ? words["O item voltou à lista."] : words["O item saiu da lista. O que foi enviado nele fica."]);
        return RedirectToPage("List");
    }
}
