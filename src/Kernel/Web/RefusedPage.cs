using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Percurso.Kernel.Web;

/// <summary>
/// The answer to a form with several things wrong at once, each in the page's ModelState. One thing alone is a
/// <see cref="RuleBrokenException"/> with its field.
/// </summary>
public static class RefusedPage
{
    /// <summary>The page again, as 422.</summary>
    public static PageResult Refused(this PageModel page)
    {
        var again = page.Page();
        again.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return again;
    }
}
