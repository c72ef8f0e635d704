using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Accounts.Security.Gates;
using Percurso.Kernel.Web;

namespace Percurso.Accounts.Pages.Accounts.Own;

/// <summary>A page of a person's own account.</summary>
[BeforeApproval, OnlyThemselves]
abstract class OwnPage : PageModel
{
    /// <summary>Shows the page again with a sentence beside a field.</summary>
    /// <param name="field">As the form names it, <c>Input.Password</c>.</param>
    /// <param name="sentence">In the reader's language.</param>
    protected PageResult Refuse(string field, string sentence)
    {
        ModelState.AddModelError(field, sentence);
        return Refused();
    }

    /// <summary>Shows the page again with what was found wrong.</summary>
    protected PageResult Refused() => RefusedPage.Refused(this);
}
