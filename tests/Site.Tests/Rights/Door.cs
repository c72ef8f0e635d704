using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Percurso.Tests.Rights;

/// <summary>One way into the application: what a row of <c>rights.md</c> must speak of.</summary>
/// <param name="Route">As the endpoint declares it; all assets together are <c>(assets)</c>.</param>
/// <param name="Handler">Of a page; empty for the page itself and for other endpoints.</param>
/// <param name="Verb"><c>GET</c>, <c>POST</c>…, or <c>any</c> where the endpoint does not say.</param>
sealed record Door(string Route, string Handler, string Verb)
{
    public const string Assets = "(assets)";

    public override string ToString() => $"{Verb} {Route}{(Handler.Length == 0 ? "" : $" ({Handler})")}";

    /// <summary>Every door of the application, found in its own list of endpoints.</summary>
    public static async Task<IReadOnlySet<Door>> AllAsync(IServiceProvider services)
    {
        var doors = new HashSet<Door>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
            doors.UnionWith(endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                ? await OfPageAsync(services, RouteOf(endpoint), page)
                : OfOther(endpoint));
        return doors;
    }

    /// <summary>A page is always shown by GET, whether or not it has a handler for that.</summary>
    static async Task<IEnumerable<Door>> OfPageAsync(IServiceProvider services, string route, PageActionDescriptor page)
    {
        var compiled = await services.GetRequiredService<PageLoader>().LoadAsync(page, new());
        return compiled.HandlerMethods.Where(method => !IsFilter(method)).Select(method => new Door(route, method.Name ?? "", method.HttpMethod.ToUpperInvariant()))
            .Append(new(route, "", "GET"));
    }

    /// <summary>A page that filters its own requests has an OnPageHandlerExecutionAsync, which looks like a handler of a verb PAGE.</summary>
    static bool IsFilter(HandlerMethodDescriptor method) => method.HttpMethod == "Page";

    static IEnumerable<Door> OfOther(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) return [new(Assets, "", "GET")];

        var verbs = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods;
        return verbs is { Count: > 0 } ? verbs.Select(verb => new Door(RouteOf(endpoint), "", verb)) : [new(RouteOf(endpoint), "", "any")];
    }

    static string RouteOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
}
