using System.Globalization;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Data;
using Percurso.Cases.Pages.Cases;
using Percurso.Cases.Steps.Guidance;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Print;
using Percurso.Kernel.Web;
using Percurso.Patients.Contracts;

namespace Percurso.Cases.Pages.Guidance;

/// <summary>The clinical sheet as it was filled on screen, for paper. Its name says the case, never the patient.</summary>
[Authorize]
sealed class ClinicalPdfModel(CaseFrame frame, CasesDb db, IPatients patients, ClinicalSheetPaper paper, SiteIdentity site, Words words) : CasePage(frame)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await db.Set<ClinicalSheet>().AsNoTracking().SingleOrDefaultAsync(one => one.CaseId == Id, cancel) is not { } sheet) return NotFound();

        var record = (await patients.FindAsync(Case.PatientId, cancel))?.Record;
        var subject = new SheetSubject(Case.PatientName, record?.BornOn?.Short(), Frame.Dentist, Case.Number, Case.Prescription);
        var head = new SheetHead(words["Ficha clínica"], site.Name, words["Ficha clínica do caso {0}", Case.Number], CultureInfo.CurrentUICulture) { Path = (7, 1) };
        Response.Headers.CacheControl = "no-store";
        return File(paper.Filled(head, subject, sheet.Answers), "application/pdf", $"ficha-{Case.Number}.pdf");
    }
}
