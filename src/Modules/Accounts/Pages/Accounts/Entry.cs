using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Accounts.Security;

namespace Percurso.Accounts.Pages.Accounts;

/// <summary>
/// A page on the way in. Whoever is in already is led home: nobody signs in on top of another's session, whose cookie
/// somebody else may know.
/// </summary>
abstract class Entry : PageModel
{
    /// <summary>Where the person was going.</summary>
    [BindProperty(Name = "voltar", SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (User.Identity is { IsAuthenticated: true }) context.Result = LocalRedirect(User.Home());
        else await next();
    }

    /// <summary>To where the person was going, if that is inside the site, or else home. They have just been let in.</summary>
    protected IActionResult Go() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : User.Home());
}
