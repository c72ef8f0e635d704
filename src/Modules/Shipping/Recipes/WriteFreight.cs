using System.Text.Json;

using Microsoft.EntityFrameworkCore;

using Percurso.Kernel;
using Percurso.Kernel.Recipes;
using Percurso.Shipping.Data;
using Percurso.Shipping.Domain;

namespace Percurso.Shipping.Recipes;

/// <summary>
/// <c>{ "name": "freight", "services": [ { "key": "sedex", "title": "…", "titleEn": "…" } ], "regions": [ { "key": "…", "title": "…", "ufs": "SP" } ],
/// "rates": [ { "service": "sedex", "region": "…", "grams": 500, "cents": 2190, "days": 1 } ] }</c>: the table of a new site. Once there
/// is a service, nothing is written.
/// </summary>
sealed class WriteFreight(ShippingDb db) : IRecipeStep
{
    sealed record Step(string Name, IReadOnlyList<Service> Services, IReadOnlyList<Region> Regions, IReadOnlyList<RecipeRate> Rates);

    sealed record RecipeRate(string Service, string Region, int Grams, long Cents, int Days);

    public static string Name => "freight";

    public async Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        if (await db.Services.AnyAsync(cancel)) return;

        var all = step.As<Step>();
        db.AddRange(all.Services);
        db.AddRange(all.Regions);
        db.AddRange(all.Rates.Select(rate => new Rate(rate.Service, rate.Region, rate.Grams, new Money(rate.Cents), rate.Days)));
        await db.SaveChangesAsync(cancel);
    }
}
