using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

using Percurso.Kernel;

namespace Percurso.Content.Publishing;

/// <summary>Beginnings of addresses that belong to the application: a page under one of them might never be reached.</summary>
sealed class ReservedAddresses(EndpointDataSource endpoints)
{
    readonly Lazy<HashSet<string>> beginnings = new(() =>
    [
        .. from endpoint in endpoints.Endpoints.OfType<RouteEndpoint>()
           where endpoint.RoutePattern.PathSegments is [{ Parts: [RoutePatternLiteralPart] }, ..]
           select ((RoutePatternLiteralPart)endpoint.RoutePattern.PathSegments[0].Parts[0]).Content.ToLowerInvariant(),
    ]);

    /// <param name="culture">Only Portuguese addresses stand at the root, beside the application's.</param>
    /// <param name="address">As <see cref="Domain.Pages.PageAddress"/> has it.</param>
    /// <exception cref="RuleBrokenException">The application has it.</exception>
    public void Refuse(string culture, string address)
    {
        if (culture == Kernel.Localization.Translations.Cultures[0].Name && Has(address))
            throw new RuleBrokenException("Este começo de endereço já é de outra parte do site. Escolha outro, como /sobre.");
    }

    public bool Has(string address) => beginnings.Value.Contains(address.Split('/')[0]);
}
