using System.Globalization;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

using Percurso.Kernel.Localization;
using Percurso.Kernel.Settings;

namespace Percurso.Kernel.Web;

/// <summary>Until the site is set up, every page leads to the set-up page. Afterwards each request knows whose site it is on.</summary>
static class SetUpGate
{
    public const string Page = "/configurar";

    public static void UseSetUpGate(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<WithoutSite>() is not null)
        {
            await next(http);
            return;
        }

        var company = await http.RequestServices.GetRequiredService<ISettings>().FindAsync<Company>(http.RequestAborted);
        if (company is not null) Enter(http, company);

        if (company is null && !http.Request.Path.StartsWithSegments(Page)) http.Response.Redirect(Page);
        else await next(http);
    });

    /// <summary>A reader whose language the company does not offer reads Portuguese.</summary>
    static void Enter(HttpContext http, Company company)
    {
        http.RequestServices.GetRequiredService<CurrentSite>().Company = company;
        if (SiteIdentity.Of(company).Languages.Contains(CultureInfo.CurrentUICulture)) return;

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Translations.Cultures[0];
        http.Response.Headers.ContentLanguage = Translations.Cultures[0].Name;
    }
}

/// <summary>Marks an endpoint that works before the site is set up and without its database: health, assets, error pages.</summary>
public sealed class WithoutSite;

/// <summary>Whose site this request is on; null until it is set up, and where the database is not asked.</summary>
sealed class CurrentSite
{
    public Company? Company { get; set; }
}
