using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Percurso.Theme;

/// <summary>Addresses made out of the one that was asked for.</summary>
static class Addresses
{
    /// <summary>The same address with one value of its query another; the part of a list is counted anew when its order changes.</summary>
    public static string With(HttpRequest request, string name, string value)
    {
        var query = new QueryBuilder(request.Query.Where(pair => pair.Key != name && pair.Key != "pagina")) { { name, value } };
        return $"{request.PathBase}{request.Path}{query}";
    }

    /// <summary>The address that was asked for, inside the site, to come back to.</summary>
    public static string Here(HttpRequest request) => $"{request.PathBase}{request.Path}{request.QueryString}";
}
