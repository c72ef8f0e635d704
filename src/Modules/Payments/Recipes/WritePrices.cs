using System.Text.Json;

using Microsoft.EntityFrameworkCore;

using Percurso.Kernel;
using Percurso.Kernel.Recipes;
using Percurso.Payments.Charging;
using Percurso.Payments.Data;
using Percurso.Payments.Domain;

namespace Percurso.Payments.Recipes;

/// <summary>
/// <c>{ "name": "prices", "items": [ { "key": "implant", "title": "…", "titleEn": "…", "cents": 12000, "service": "041201" } ] }</c>: the price
/// list of a new site. An item that is there already stays as it is.
/// </summary>
sealed class WritePrices(PaymentsDb db, CompanyDay days) : IRecipeStep
{
    sealed record Step(string Name, IReadOnlyList<Item> Items);

    sealed record Item(string Key, string Title, string TitleEn, long Cents, string Service = "", int Rounds = 0, int? Quota = null);

    public static string Name => "prices";

    public async Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        var today = await days.TodayAsync(cancel);
        foreach (var wanted in step.As<Step>().Items)
        {
            if (await db.Items.AnyAsync(item => item.Key == wanted.Key, cancel)) continue;

            var item = new PriceItem(wanted.Key, new(wanted.Title, wanted.TitleEn, wanted.Service, wanted.Rounds, wanted.Quota));
            item.SetPrice(new Money(wanted.Cents), today, null, null, null, today);
            db.Add(item);
        }

        await db.SaveChangesAsync(cancel);
    }
}
