using System.Globalization;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

using Percurso.Content.Data;
using Percurso.Content.Domain.Pages;
using Percurso.Kernel.Localization;

namespace Percurso.Content.Publishing;

/// <summary>The pages that hold what people agree to, for links that know the text and not its address.</summary>
sealed class AgreementPages(ContentDb db)
{
    /// <summary><c>/textos/termos</c> and <c>/textos/privacidade</c> lead to the page in the reader's language.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/textos/{text}", async (string text, AgreementPages pages, CancellationToken cancel) =>
        await pages.FindAsync(text switch { "termos" => AgreementPage.Terms, "privacidade" => AgreementPage.Privacy, _ => AgreementPage.None }, cancel) is { } page
            ? Results.LocalRedirect(page.Path) : Results.NotFound()).AllowAnonymous();

    /// <summary>The page in the reader's language, else in Portuguese; null where there is none.</summary>
    public async Task<(string Title, string Path)?> FindAsync(AgreementPage text, CancellationToken cancel)
    {
        if (text == AgreementPage.None) return null;

        var culture = CultureInfo.CurrentUICulture.Name;
        var source = Translations.Cultures[0].Name;
        var found = await db.Pages.Where(page => page.Agreement == text && page.Live != null && (page.Culture == culture || page.Culture == source))
            .OrderByDescending(page => page.Culture == culture).Select(page => new { page.Live, page.Culture, page.Address }).FirstOrDefaultAsync(cancel);
        return found is null ? null : (found.Live!.Title, PageAddress.PathOf(found.Culture, found.Address));
    }
}
