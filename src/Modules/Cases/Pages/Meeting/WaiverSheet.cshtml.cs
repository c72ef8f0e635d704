using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Cases.Pages.Cases;
using Percurso.Cases.Pages.Shared;
using Percurso.Cases.Steps.Meeting;

namespace Percurso.Cases.Pages.Meeting;

/// <summary>The waiver that stands, for paper; both sides have it. One whose row was altered is not printed (409). Its name says the case, never the patient.</summary>
[Authorize]
sealed class WaiverSheetModel(CaseFrame frame, MeetingDesk desk, WaiverPaper paper) : StepPage(frame)
{
    protected override string Kind => MeetingKind.KindName;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var meeting = await desk.FindAsync(Id, Step, cancel);
        if (meeting.Waiver is not { } waiver) return NotFound();
        if (!waiver.IsWhole) return this.NotHandedOut();

        Response.Headers.CacheControl = "no-store";
        return File(paper.Write(Case, meeting, Frame.TitleOf), "application/pdf", WaiverPaper.NameOf(Case));
    }
}
