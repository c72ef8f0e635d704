using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Files.Contracts;
using Percurso.Files.Downloads;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;

namespace Percurso.Files.Pages.Links;

/// <summary>A page for those who may send files of one subject. For all others it is not there.</summary>
abstract class LinksPage(Readers readers) : PageModel, IShowAgain
{
    [FromRoute]
    public string Purpose { get; set; } = "";

    [FromRoute]
    public Guid Subject { get; set; }

    public FileSubject About { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancel = context.HttpContext.RequestAborted;
        if (User.SeenBy() is null && (await readers.RightsOfAsync(User, Purpose, Subject, cancel)).HasFlag(FileRights.Send) && await readers.SubjectAsync(Purpose, Subject, cancel) is { } found)
        {
            About = found;
            await next();
        }
        else context.Result = NotFound();
    }

    public virtual Task ShowAgainAsync(CancellationToken cancel) => Task.CompletedTask;
}
