using System.Globalization;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

using Percurso.Kernel.Localization;
using Percurso.Kernel.Web;

namespace Percurso.Theme;

/// <summary>
/// What a reader chose for the look and the language, kept in two cookies that say nothing else. The forms stand on public,
/// cacheable pages and so carry no token; the ground refuses posts from other sites.
/// </summary>
static class Preferences
{
    const string ThemeCookie = "theme";
    const string TherePrefix = "there.";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var forms = routes.MapGroup("").AllowAnonymous().DisableAntiforgery().WithMetadata(new WithoutSite());
        forms.MapPost("/tema", ChooseTheme);
        forms.MapPost("/idioma", ChooseLanguage);
    }

    /// <summary>light, dark, or auto: as the reader's system has it.</summary>
    public static string Theme(HttpRequest request) => request.Cookies[ThemeCookie] is "light" or "dark" ? request.Cookies[ThemeCookie]! : "auto";

    /// <summary>The field that holds where this page is in another language, where it has an address of its own there.</summary>
    public static string There(CultureInfo culture) => $"{TherePrefix}{culture.Name}";

    static IResult ChooseTheme(HttpContext context, [FromForm] string? theme, [FromForm] string? returnUrl)
    {
        if (theme is "light" or "dark") context.Response.Cookies.Append(ThemeCookie, theme, Kept(context));
        else context.Response.Cookies.Delete(ThemeCookie);
        return Back(returnUrl);
    }

    static IResult ChooseLanguage(HttpContext context, [FromForm] string? culture, [FromForm] string? returnUrl)
    {
        if (Translations.Cultures.FirstOrDefault(known => known.Name == culture) is { } chosen)
            context.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(chosen)),
                Kept(context));
        return Back(context.Request.Form[$"{TherePrefix}{culture}"] is [{ Length: > 0 } there] ? there : returnUrl);
    }

    static IResult Back(string? returnUrl) =>
        Results.LocalRedirect(RedirectHttpResult.IsLocalUrl(returnUrl) ? returnUrl! : "/");

    static CookieOptions Kept(HttpContext context) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    };
}
