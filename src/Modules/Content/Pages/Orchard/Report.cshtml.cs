using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Content.Contracts;
using Percurso.Content.Data;
using Percurso.Content.Orchard;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Content.Pages.Orchard;

/// <summary>What a recipe of Orchard Core would bring, or has brought, and what it leaves out and why.</summary>
[Authorize(Policy = ContentPermissions.ImportOrchard)]
sealed class ReportModel(ContentDb db, ImportOrchard import, TimeProvider clock, Words words) : PageModel
{
    public OrchardUpload Upload { get; private set; } = null!;

    public IEnumerable<Finding> Of(Outcome outcome) => Upload.Report.Where(finding => finding.Outcome == outcome);

    public string WhyOf(Finding finding) => finding.Detail is null ? words[finding.Why ?? ""] : words[finding.Why ?? "", finding.Detail];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.OrchardUploads.AsNoTracking().SingleOrDefaultAsync(upload => upload.Id == id, cancel) is not { } found) return NotFound();

        Upload = found;
        return Page();
    }

    public async Task<IActionResult> OnPostImportAsync(Guid id, CancellationToken cancel)
    {
        if (await db.OrchardUploads.SingleOrDefaultAsync(upload => upload.Id == id && upload.ImportedAt == null, cancel) is not { } found) return NotFound();

        Upload = found;
        using var together = Together.Begin();
        var report = await import.RunAsync(new OrchardFile(found.Bytes), rehearse: false, cancel);
        found.Imported(report.Findings, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
        together.Complete();

        TempData.Confirm(words["A receita foi importada. O que ficou de fora está nesta lista."]);
        return RedirectToPage(new { id });
    }
}
