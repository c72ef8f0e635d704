using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Cases.Contracts;
using Percurso.Cases.Domain;
using Percurso.Cases.Spine;
using Percurso.Clinics.Contracts;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Cases.Pages.Cases;

/// <summary>Asks before it cancels, and says what becomes of the money. For dentists of the clinic and those of the company who steer.</summary>
[Authorize]
sealed class CancelModel(CaseFrame frame, Walk walk, IClinicRights rights, TimeProvider clock, Words words) : CasePage(frame)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public CancelOutcome Outcome => Frame.Pathway.Step(Case.StepKey).Cancelling;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await walk.ActAsync(Case, one => one.Cancel(Input.Reason.Trim(), Outcome, Reader.Who, Reader.Account, clock.GetUtcNow().UtcDateTime), cancel);
        TempData.Confirm(words["O caso está cancelado."]);
        return RedirectToPage("Case", new { Id });
    }

    /// <summary>An assistant prepares; to cancel is to ask for a change, which is a dentist's.</summary>
    protected override async Task<bool> IsForReaderAsync(CancellationToken cancel) =>
        Reader.IsCompany ? Reader.MaySteer : await rights.MayAsync(Reader.Account, Case.ClinicId, ClinicAct.AskForChanges, cancel, Case.DentistId);

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva o motivo: o outro lado o lê.")]
        [StringLength(Case.ReasonLength, ErrorMessage = "O motivo passa de 1.000 letras. Resuma-o.")]
        public string Reason { get; set; } = "";
    }
}
