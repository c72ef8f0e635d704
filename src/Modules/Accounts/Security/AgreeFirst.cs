using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Percurso.Accounts.Security;

/// <summary>Whoever owes an agreement is led to it from every page but the open ones and those that say <see cref="BeforeAgreeing"/>.</summary>
sealed class AgreeFirst : IAsyncPageFilter
{
    public const string Page = "/conta/termos";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        var isFree = context.ActionDescriptor.EndpointMetadata.Any(one => one is IAllowAnonymous or BeforeAgreeing);
        if (isFree || !http.User.HasClaim(claim => claim.Type == SignedIn.OwesClaim)) return next();

        var going = HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString : "";
        context.Result = new RedirectResult(going.Length == 0 ? Page : $"{Page}?voltar={Uri.EscapeDataString(going)}");
        return Task.CompletedTask;
    }
}

/// <summary>Marks a page that a person may use before having agreed to the newest texts.</summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class BeforeAgreeing : Attribute;
