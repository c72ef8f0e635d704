using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Cases.Pages.Cases;
using Percurso.Cases.Steps.Guidance;
using Percurso.Kernel.Security;

namespace Percurso.Cases.Pages.Guidance;

/// <summary>Leads to a sheet and remembers that this reader has opened it.</summary>
[Authorize]
sealed class OpenSheetModel(CaseFrame frame, GuidanceShelf shelf) : StepPage(frame)
{
    [FromRoute]
    public string Sheet { get; set; } = "";

    protected override string Kind => GuidanceKind.KindName;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var sheets = await shelf.CurrentAsync(InPathway.Settings ?? default, cancel);
        if (sheets.FirstOrDefault(one => one.Key == Sheet) is not { } found) return NotFound();

        if (!Reader.IsCompany && User.SeenBy() is null) await shelf.NoteOpenedAsync(Reader.Account, found, cancel);
        return Redirect(found.Shown.Url);
    }
}
