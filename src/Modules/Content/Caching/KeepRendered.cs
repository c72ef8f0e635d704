using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Percurso.Content.Caching;

/// <summary>Hands the rendered page to whoever keeps pages (<see cref="KeptPages"/>), and sends it compressed.</summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class KeepRendered : Attribute, IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (http.Features.Get<PageToKeep>() is not { } keep)
        {
            await next();
            return;
        }

        var wire = http.Response.Body;
        using var html = new MemoryStream();
        http.Response.Body = html;
        try
        {
            await next();
        }
        finally
        {
            http.Response.Body = wire;
        }

        if (http.Response.StatusCode == StatusCodes.Status200OK && html.Length > 0)
        {
            keep.Page = new(html.ToArray());
            http.Response.ContentLength = null;
            await keep.Page.WriteAsync(http);
        }
        else if (html.Length > 0)
        {
            html.Position = 0;
            await html.CopyToAsync(wire, http.RequestAborted);
        }
    }
}

/// <summary>A request's feature: its page may be kept, once it is rendered.</summary>
sealed class PageToKeep
{
    public RenderedPage? Page { get; set; }
}
