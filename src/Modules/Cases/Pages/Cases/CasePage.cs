using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Cases.Domain;
using Percurso.Cases.Rights;
using Percurso.Kernel.Web;

namespace Percurso.Cases.Pages.Cases;

/// <summary>A page of one case, shown within <c>_Case</c>. For whoever may not see the case it is not there, read anew at each request.</summary>
abstract class CasePage(CaseFrame frame) : PageModel, IShowAgain
{
    [FromRoute]
    public Guid Id { get; set; }

    public CaseFrame Frame => frame;

    public Case Case => frame.Case;

    public CaseReader Reader => frame.Reader;

    /// <summary>The step whose page this is.</summary>
    protected virtual string? StepKey => null;

    /// <summary>Whether this reader may be here at all; the case they may see in any case.</summary>
    protected virtual Task<bool> IsForReaderAsync(CancellationToken cancel) => Task.FromResult(true);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await frame.OpenAsync(User, Id, StepKey, context.HttpContext.RequestAborted)) context.Result = NotFound();
        else if (!await IsForReaderAsync(context.HttpContext.RequestAborted)) context.Result = Forbid();
        else if (Instead() is { } other) context.Result = other;
        else await next();
    }

    public virtual Task ShowAgainAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Where to go instead of this page; null to stay.</summary>
    protected virtual IActionResult? Instead() => null;
}

/// <summary>The page of an opened step, by its kind: its route has <c>{step}</c>. Whoever comes to a locked one is told why it is locked.</summary>
abstract class StepPage(CaseFrame frame) : CasePage(frame)
{
    [FromRoute]
    public string Step { get; set; } = "";

    public CaseStep Here => Case.FindStep(Step)!;

    public PathwayStep InPathway => Frame.Pathway.Step(Step);

    /// <summary>The name of the kind, so that an address of another kind's step is not there.</summary>
    protected abstract string Kind { get; }

    protected sealed override string? StepKey => Step;

    protected override IActionResult? Instead() =>
        Here.Kind != Kind ? NotFound() : Here.State == StepState.Locked ? RedirectToPage("/Cases/Step", new { Id, Step }) : null;
}
