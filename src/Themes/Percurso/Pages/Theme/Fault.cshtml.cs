using System.Diagnostics;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Percurso.Theme.Pages;

/// <summary>
/// Whatever could not be answered: what happened, what to do, what was kept. Run in place of the page that failed, with its
/// verb; never says what the code said. For 500 and above it names the trace, by which the operator finds the log line.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ResponseCache(NoStore = true)]
sealed class FaultModel : PageModel
{
    public int Code { get; private set; }

    public Fault Shown { get; private set; } = Fault.Unknown;

    /// <summary>The address that failed; null when this page was asked for by itself.</summary>
    public string? Asked { get; private set; }

    public string? Trace => Code >= 500 ? Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier : null;

    public bool CanTryAgain => Asked is not null && Code >= 429 && HttpMethods.IsGet(Request.Method);

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Code = RouteData.Values["code"] is string text && int.TryParse(text, out var code) && code is >= 400 and < 600 ? code : 404;
        Shown = Fault.Of(Code);
        Asked = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } status
            ? $"{status.OriginalPathBase}{status.OriginalPath}{status.OriginalQueryString}"
            : HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;
        Response.StatusCode = Code;
    }
}
