using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Cases.Domain;
using Percurso.Cases.Pages.Cases;
using Percurso.Cases.Steps.Intake;
using Percurso.Clinics.Contracts;
using Percurso.Files.Contracts;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Cases.Pages.Intake;

/// <summary>What the company needs of this case, an item at a time: the dentist sends, the company looks and accepts.</summary>
[Authorize]
sealed class IntakeModel(CaseFrame frame, IntakeShelf shelf, Steps.Intake.Intake intake, IFiles files, IClinicRights rights, Words words) : StepPage(frame)
{
    public IReadOnlyList<IntakeLine> Lines { get; private set; } = [];

    public bool MayAcceptRisk { get; private set; }

    protected override string Kind => IntakeKind.KindName;

    /// <summary>Whether this reader may send, and the case still takes anything.</summary>
    public bool MaySend => !Reader.IsCompany && !Case.HasEnded;

    /// <summary>What the company may accept now.</summary>
    public IReadOnlyList<IntakeLine> ToAccept => Reader is { IsCompany: true, MaySteer: true } && !Case.HasEnded ? [.. Lines.Where(line => line.Item.State == ItemState.In)] : [];

    public int Missing => Lines.Count(line => !line.Item.IsSettled);

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public Task<IActionResult> OnPostAcceptAsync(string slot, CancellationToken cancel) =>
        ByCompanyAsync(slot, (item, now) => item.Accept(Reader.Account, now), words["O item está aceito."], cancel);

    /// <summary>Whatever has come and was not returned.</summary>
    public async Task<IActionResult> OnPostAcceptAllAsync(CancellationToken cancel)
    {
        if (!Reader.IsCompany || !Reader.MaySteer) return Forbid();

        await ShowAgainAsync(cancel);
        foreach (var line in ToAccept) await intake.ActAsync(Case, Here, line.Slot.Key, (item, now) => item.Accept(Reader.Account, now), Reader.Account, cancel);
        TempData.Confirm(words["O que chegou está aceito."]);
        return RedirectToPage(new { Id, Step });
    }

    public Task<IActionResult> OnPostReceiveAsync(string slot, CancellationToken cancel) =>
        ByCompanyAsync(slot, (item, now) => item.Receive(Reader.Account, now), words["O modelo está recebido."], cancel);

    /// <summary>Somebody answers by name for what the checks found doubtful: a dentist's act.</summary>
    public async Task<IActionResult> OnPostRiskAsync(Guid file, CancellationToken cancel)
    {
        if (Reader.IsCompany || !await rights.MayAsync(Reader.Account, Case.ClinicId, ClinicAct.AcceptRisk, cancel, Case.DentistId)) return Forbid();

        await files.TakeRiskAsync(CaseFiles.CasePurpose, Id, file, Reader.Account, cancel);
        TempData.Confirm(words["O arquivo vale, com o risco no seu nome."]);
        return RedirectToPage(new { Id, Step });
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid file, CancellationToken cancel)
    {
        if (Reader.IsCompany) return Forbid();

        await files.WithdrawAsync(CaseFiles.CasePurpose, Id, file, Reader.Account, cancel);
        TempData.Confirm(words["O arquivo foi retirado."]);
        return RedirectToPage(new { Id, Step });
    }

    async Task<IActionResult> ByCompanyAsync(string slot, Action<IntakeItem, DateTime> verb, string sentence, CancellationToken cancel)
    {
        if (!Reader.IsCompany || !Reader.MaySteer) return Forbid();
        if (!await intake.ActAsync(Case, Here, slot, verb, Reader.Account, cancel)) return NotFound();

        TempData.Confirm(sentence);
        return RedirectToPage(new { Id, Step });
    }

    public override async Task ShowAgainAsync(CancellationToken cancel)
    {
        Lines = await shelf.LinesAsync(Case, Here, cancel);
        MayAcceptRisk = MaySend && await rights.MayAsync(Reader.Account, Case.ClinicId, ClinicAct.AcceptRisk, cancel, Case.DentistId);
    }
}
