using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Accounts.Domain;

namespace Percurso.Accounts.Pages.Accounts.Staff;

/// <summary>A page about one person; 404 when there is no such person.</summary>
abstract class OnePersonPage(UserManager<Account> accounts) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public Account Account { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await accounts.FindByIdAsync(Id.ToString()) is not { } found)
        {
            context.Result = NotFound();
            return;
        }

        Account = found;
        await next();
    }
}
