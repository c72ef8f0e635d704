using System.Globalization;

using Microsoft.AspNetCore.Mvc.Filters;

using Percurso.Content.Domain.Pages;
using Percurso.Kernel.Localization;

namespace Percurso.Content.Publishing;

/// <summary>
/// A page of the institutional site speaks its own language, whatever the reader's is: the one its address names, or the
/// <c>culture</c> of the route. So one address always says the same.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class InPageLanguage : Attribute, IAsyncResourceFilter
{
    public Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var named = context.RouteData.Values["culture"]?.ToString();
        var culture = named is null
            ? PageAddress.Of(context.HttpContext.Request.Path).Culture
            : Translations.Cultures.FirstOrDefault(known => known.Name.Equals(named, StringComparison.OrdinalIgnoreCase)) ?? Translations.Cultures[0];

        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        context.HttpContext.Response.Headers.ContentLanguage = culture.Name;
        return next();
    }
}
