using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Clinics.Contracts;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Cases.Pages.Cases;

/// <summary>The dentist confirms what the company filed as said elsewhere: from then on it counts as written.</summary>
[Authorize]
sealed class ConfirmSaidModel(CaseFrame frame, CasesDb db, IClinicRights rights, TimeProvider clock, Words words) : CasePage(frame)
{
    [FromRoute]
    public Guid Message { get; set; }

    protected override Task<bool> IsForReaderAsync(CancellationToken cancel) => Task.FromResult(!Reader.IsCompany);

    public IActionResult OnGet() => RedirectToPage("Messages", new { Id });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await db.Messages.SingleOrDefaultAsync(one => one.Id == Message && one.CaseId == Id && one.SaidWhere != null, cancel) is not { } said) return NotFound();
        if (!await rights.MayAsync(Reader.Account, Case.ClinicId, ClinicAct.AskForChanges, cancel, Case.DentistId)) return Forbid();

        var now = clock.GetUtcNow().UtcDateTime;
        said.Confirm(Reader.Account, now);
        Case.Note(Happening.FiledConfirmed, Party.Dentist, Reader.Account, now);
        await db.SaveChangesAsync(cancel);
        TempData.Confirm(words["Está confirmado."]);
        return RedirectToPage("Messages", new { Id });
    }
}
