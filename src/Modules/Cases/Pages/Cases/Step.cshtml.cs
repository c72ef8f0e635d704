using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Cases.Domain;

namespace Percurso.Cases.Pages.Cases;

/// <summary>A step by its key: one that is open or done is at its kind's page, of a locked one it says what will come and why it waits.</summary>
[Authorize]
sealed class StepModel(CaseFrame frame) : CasePage(frame)
{
    [FromRoute]
    public string Step { get; set; } = "";

    public CaseStep Here => Case.FindStep(Step)!;

    protected override string? StepKey => Step;

    protected override IActionResult? Instead()
    {
        var path = Frame.PathOf(Here);
        return string.Equals(path, Request.Path, StringComparison.OrdinalIgnoreCase) ? null : Redirect(path);
    }
}
