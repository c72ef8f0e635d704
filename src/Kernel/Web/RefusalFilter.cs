using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Localization;

namespace Percurso.Kernel.Web;

/// <summary>
/// Back to the page, with the words: what a form got wrong, a rule that refuses, somebody else's change in between. Handlers
/// are called with valid input only. The answer is 422, so that a program can tell it from success.
/// </summary>
sealed class RefusalFilter(Words words) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var reading = HttpMethods.IsGet(context.HttpContext.Request.Method) || HttpMethods.IsHead(context.HttpContext.Request.Method);
        if (!context.ModelState.IsValid)
        {
            context.Result = reading ? new BadRequestResult() : await AgainAsync(context, (PageModel)context.HandlerInstance);
            return;
        }

        var executed = await next();
        if (executed.Exception is null || executed.ExceptionHandled || Sentence(executed.Exception) is not { } sentence) return;

        context.ModelState.AddModelError((executed.Exception as RuleBrokenException)?.Field ?? "", sentence);
        executed.ExceptionHandled = true;
        executed.Result = await AgainAsync(context, (PageModel)context.HandlerInstance);
    }

    string? Sentence(Exception exception) => exception switch
    {
        RuleBrokenException rule => words[rule.Words, [.. rule.Arguments]].Value,
        DbUpdateConcurrencyException => words["Outra pessoa mudou isto enquanto você escrevia. O que você digitou continua aqui; confira e envie de novo."].Value,
        _ => null,
    };

    static async Task<IActionResult> AgainAsync(PageHandlerExecutingContext context, PageModel page)
    {
        if (page is IShowAgain again) await again.ShowAgainAsync(context.HttpContext.RequestAborted);
        return page.Refused();
    }
}
