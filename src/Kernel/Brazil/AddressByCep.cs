using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

using Percurso.Kernel.Security;

namespace Percurso.Kernel.Brazil;

/// <summary>What <c>&lt;cep-field&gt;</c> asks while somebody signed in types: <c>{ "street", "district", "city", "uf" }</c>, null for what is not known.</summary>
static class AddressByCep
{
    public static void MapAddresses(this IEndpointRouteBuilder routes) => routes
        .MapGet("/enderecos/{cep}", FindAsync).RequireAuthorization().RequireRateLimiting(RateLimits.Addresses);

    static async Task<IResult> FindAsync(string cep, IAddresses addresses, CancellationToken cancel) =>
        Cep.TryParse(cep, out var typed) && await addresses.OfAsync(typed, cancel) is { } found
            ? Results.Json(new { found.Street, found.District, found.City, Uf = found.Uf.Value })
            : Results.NotFound();
}
