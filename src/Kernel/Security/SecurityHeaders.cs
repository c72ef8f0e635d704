using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Percurso.Kernel.Security;

/// <summary>
/// What every answer tells the browser: load nothing from elsewhere, run no script but our files, be framed by nobody, say no
/// more than the origin to other sites. No camera, no microphone.
/// An endpoint that needs another policy (a letter shown in a frame, a page that takes photographs) sets its own first.
/// </summary>
public static class SecurityHeaders
{
    /// <summary>A form on this page may lead to that site: a gateway's checkout, to which a post of ours redirects.</summary>
    public static void AllowFormsTo(this HttpContext http, Uri site) => http.Response.Headers.ContentSecurityPolicy =
        Policy.Replace("form-action 'self'", $"form-action 'self' {site.GetLeftPart(UriPartial.Authority)}", StringComparison.Ordinal);

    /// <summary>Scripts of this page, which are our files as everywhere, may compile WebAssembly: the decoder of meshes is one.</summary>
    public static void AllowWebAssembly(this HttpContext http) => http.Response.Headers.ContentSecurityPolicy =
        Policy.Replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'", StringComparison.Ordinal);

    /// <summary>This page takes photographs.</summary>
    public static void AllowCamera(this HttpContext http) => http.Response.Headers[Permissions] = $"camera=(self), microphone=(), display-capture=(), {Never}";

    /// <summary>People see and hear each other on this page, and show their screens.</summary>
    public static void AllowMeeting(this HttpContext http) => http.Response.Headers[Permissions] = $"camera=(self), microphone=(self), display-capture=(self), {Never}";

    const string Permissions = "Permissions-Policy";
    const string Never = "geolocation=(), payment=(), usb=()";

    const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
        "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    internal static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(static state =>
        {
            var headers = ((HttpContext)state).Response.Headers;
            headers.ContentSecurityPolicy = headers.ContentSecurityPolicy is { Count: > 0 } own ? own : Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
            headers[Permissions] = headers[Permissions] is { Count: > 0 } some ? some : $"camera=(), microphone=(), display-capture=(), {Never}";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return Task.CompletedTask;
        }, http);
        return next(http);
    });
}
