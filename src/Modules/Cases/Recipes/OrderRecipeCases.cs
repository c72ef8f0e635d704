using System.Text.Json;

using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Data;
using Percurso.Cases.Steps.Payment;
using Percurso.Clinics.Contracts;
using Percurso.Kernel.Data;
using Percurso.Kernel.Recipes;
using Percurso.Payments.Contracts;
using Percurso.Shipping.Contracts;

namespace Percurso.Cases.Recipes;

/// <summary>
/// <c>{ "name": "orders", "cases": [ "nickname" ] }</c>: confirms the orders of cases that a <c>cases</c> step brought, as their dentists would in step 2: to the first
/// address, by the cheapest way. One that has a charge stays as it is.
/// </summary>
sealed class OrderRecipeCases(CasesDb db, ICharges charges, IPriceList prices, IClinicAddresses addresses, IFreight freight, IDeliveries deliveries, TimeProvider clock) : IRecipeStep
{
    sealed record Step(string Name, IReadOnlyList<string> Cases);

    public static string Name => "orders";

    public async Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var nickname in step.As<Step>().Cases)
        {
            var one = await db.Cases.AsNoTracking().SingleOrDefaultAsync(row => row.Nickname == nickname, cancel) ?? throw new RecipeBrokenException($"There is no case “{nickname}”.");
            if ((await charges.OfAsync(Order.Purpose, one.Id, cancel)).Count > 0) continue;

            if (await addresses.OfAsync(one.ClinicId, cancel) is not [var address, ..]) throw new RecipeBrokenException($"The clinic of “{nickname}” has no address.");

            var way = (await freight.QuoteAsync(address.Cep, Order.Box, cancel))[0];
            var quote = await prices.QuoteAsync(Order.Of(one.Prescription), DateOnly.FromDateTime(now), cancel, one.ClinicId);
            using var together = Together.Begin();
            var to = await deliveries.ChooseAsync(Order.Purpose, one.Id, one.ClinicId, address.Id, way.Service, Order.Box, cancel);
            await charges.OpenAsync(
                new(Order.Purpose, one.Id, "order", $"Caso {one.Number}", one.ClinicId, one.DentistId, [.. quote.Lines, Order.Freight(to)], now.AddDays(30), $"/casos/{one.Id}/passos/payment/pagamento"), cancel);
            together.Complete();
        }
    }
}
