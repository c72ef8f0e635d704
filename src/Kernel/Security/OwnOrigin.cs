using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Percurso.Kernel.Security;

/// <summary>
/// Refuses what another site makes a browser send here. Every request that may change something must come from our own pages:
/// the browser says so in <c>Sec-Fetch-Site</c>, and older ones in <c>Origin</c> (W3C Fetch Metadata; RFC 6454). A program that
/// sends neither carries no visitor's cookies by accident, and passes. Forms that only people who signed in see carry an
/// antiforgery token besides.
/// </summary>
static class OwnOrigin
{
    public static void UseOwnOrigin(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (IsSafe(http.Request.Method) || IsOurs(http.Request) || http.GetEndpoint()?.Metadata.GetMetadata<FromAnywhere>() is not null) return next(http);

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    static bool IsOurs(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" or "none" => true,
        "" => request.Headers.Origin.ToString() is var origin && (origin.Length == 0 || origin == Own(request)),
        _ => false,
    };

    static string Own(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}

/// <summary>Marks an endpoint that other programs call, such as a gateway's notices; it proves its caller by other means.</summary>
public sealed class FromAnywhere;
