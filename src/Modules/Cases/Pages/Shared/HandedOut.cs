using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Cases.Pages.Cases;

namespace Percurso.Cases.Pages.Shared;

/// <summary>The answer of pages that hand something out when it is no longer what was sent.</summary>
static class HandedOut
{
    /// <summary>The page, which says so in a sentence, as 409.</summary>
    public static PageResult NotHandedOut(this StepPage page)
    {
        var said = page.Page();
        said.StatusCode = StatusCodes.Status409Conflict;
        return said;
    }
}
