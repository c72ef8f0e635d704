using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Files.Slots;

namespace Percurso.Files.Pages.Slots;

/// <summary>A page of one slot; where there is none, it is not there.</summary>
abstract class SlotPage(EditSlots edit) : PageModel
{
    [FromRoute]
    public string Key { get; set; } = "";

    protected EditSlots Edit => edit;

    public Slot Slot { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await edit.FindAsync(Key, context.HttpContext.RequestAborted) is { } found)
        {
            Slot = found;
            await next();
        }
        else context.Result = NotFound();
    }
}
