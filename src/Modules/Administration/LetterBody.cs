using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

using Percurso.Administration.Contracts;
using Percurso.Kernel.Mail;

namespace Percurso.Administration;

/// <summary>
/// What a letter looks like, for the frame on its page. A letter styles its own elements, as mail programs need; the policy
/// allows that here and nothing else: no script, no picture from elsewhere, in no other site's frame.
/// </summary>
static class LetterBody
{
    const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/admin/cartas/{id:guid}/conteudo", ShowAsync)
        .RequireAuthorization(AdministrationPermissions.Letters);

    static async Task<IResult> ShowAsync(Guid id, HttpResponse response, ILetters letters, CancellationToken cancel)
    {
        if ((await letters.FindAsync(id, cancel))?.Html is not { Length: > 0 } html) return Results.NotFound();

        response.Headers.ContentSecurityPolicy = Policy;
        return Results.Content(html.Replace("<head>", "<head><base target=\"_top\">", StringComparison.Ordinal), "text/html; charset=utf-8");
    }
}
