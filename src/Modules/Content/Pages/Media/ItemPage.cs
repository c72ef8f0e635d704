using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Content.Contracts;
using Percurso.Content.Data;
using Percurso.Content.Media;

namespace Percurso.Content.Pages.Media;

/// <summary>A page of one item of the library, which is read before anything is done about it.</summary>
abstract class ItemPage(ContentDb db, FindUses uses) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public MediaItem Item { get; private set; } = null!;

    /// <summary>Where the item is shown.</summary>
    public IReadOnlyList<MediaUse> Uses { get; private set; } = [];

    protected ContentDb Db => db;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancel = context.HttpContext.RequestAborted;
        if (await db.MediaWhole.SingleOrDefaultAsync(item => item.Id == Id, cancel) is not { } found)
        {
            context.Result = NotFound();
            return;
        }

        (Item, Uses) = (found, await uses.OfAsync(found, cancel));
        await next();
    }
}
