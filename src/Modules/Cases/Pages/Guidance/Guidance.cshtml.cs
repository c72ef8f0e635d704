using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Pages.Cases;
using Percurso.Cases.Steps.Guidance;
using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Cases.Pages.Guidance;

[Authorize]
sealed class GuidanceModel(CaseFrame frame, CasesDb db, GuidanceShelf shelf, ICaseSteps steps, Words words) : StepPage(frame)
{
    ILookup<Guid, SheetOpened> opened = Enumerable.Empty<SheetOpened>().ToLookup(one => one.ItemId);

    public IReadOnlyList<GuidanceSheet> Sheets { get; private set; } = [];

    public bool IsSheetFilled { get; private set; }

    public bool MayConfirm => !Reader.IsCompany && Here.State == StepState.Open;

    protected override string Kind => GuidanceKind.KindName;

    public SheetOpened? LastOpened(GuidanceSheet sheet) => opened[sheet.ItemId].LastOrDefault();

    public string PathTo(GuidanceSheet sheet) => $"/casos/{Id}/passos/{Step}/orientacoes/{sheet.Key}";

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostAsync(List<string> seen, CancellationToken cancel)
    {
        if (Reader.IsCompany) return Forbid();
        if (Here.State != StepState.Open) return RedirectToPage(new { Id, Step });

        var sheets = await shelf.CurrentAsync(InPathway.Settings ?? default, cancel);
        if (sheets.Count == 0) throw new RuleBrokenException("A empresa ainda não publicou as orientações. Escreva para ela pelas mensagens do caso.");

        using (var together = Together.Begin())
        {
            await shelf.ConfirmAsync(Case.DentistId, Reader.Account, sheets, seen, cancel);
            await steps.DoneAsync(Id, Step, new { Read = sheets.Select(sheet => $"{sheet.Key} {sheet.Current.Number}") }, Reader.Account, cancel);
            together.Complete();
        }

        TempData.Confirm(words["As orientações estão confirmadas."]);
        return Redirect($"/casos/{Id}");
    }

    public override async Task ShowAgainAsync(CancellationToken cancel)
    {
        Sheets = await shelf.CurrentAsync(InPathway.Settings ?? default, cancel);
        opened = await shelf.OpenedAsync(Reader.Account, cancel);
        IsSheetFilled = await db.Set<ClinicalSheet>().AnyAsync(one => one.CaseId == Id, cancel);
    }
}
