using System.Text;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Percurso.Kernel.Web;

/// <summary>
/// The framework refuses a whole posted form when one field holds a NUL, before any page can say which. Here the NUL becomes
/// U+FFFE, which is no character either, so that <see cref="StorableText"/> refuses the field and the rest stays as typed.
/// </summary>
static class NulInForms
{
    public const char StandIn = '\uFFFE';

    /// <summary>What the framework itself takes in one value; a larger body goes on as it came.</summary>
    const int Largest = 4 << 20;

    public static void UseNulInForms(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (IsSmallForm(http.Request)) await ReplaceAsync(http.Request, http.RequestAborted);
        await next(http);
    });

    static bool IsSmallForm(HttpRequest request) =>
        request.ContentLength is > 0 and <= Largest
        && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is true;

    static async Task ReplaceAsync(HttpRequest request, CancellationToken cancel)
    {
        using var came = new StreamReader(request.Body, Encoding.Latin1);
        var body = Encoding.Latin1.GetBytes((await came.ReadToEndAsync(cancel)).Replace("%00", "%EF%BF%BE", StringComparison.Ordinal));
        request.Body = new MemoryStream(body);
        request.ContentLength = body.Length;
    }
}
