using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

using Microsoft.Extensions.Hosting;

using Percurso.Accounts.Contracts;
using Percurso.Clinics.Contracts;
using Percurso.Kernel.Recipes;
using Percurso.Payments.Charging;
using Percurso.Payments.Contracts;

namespace Percurso.Payments.Recipes;

/// <summary>
/// <c>{ "name": "charges", "charges": [ { "title": "…", "payer": e-mail, "clinic": "…", "wanted": { "implant": 2 }, "paidByHand": "reason" } ] }</c>:
/// charges of a demonstration, never in Production. The same title is the same charge.
/// </summary>
sealed class ChargeForTrying(
    ICharges charges, Charges own, IPriceList prices, CompanyDay days, IFindPeople people, IWorkplaces workplaces, TimeProvider clock, IHostEnvironment environment) : IRecipeStep
{
    sealed record Step(string Name, IReadOnlyList<RecipeCharge> Charges);

    sealed record RecipeCharge(string Title, string Payer, string Clinic, IReadOnlyDictionary<string, int> Wanted, string? PaidByHand = null, string? Credited = null);

    public static string Name => "charges";

    public async Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        if (environment.IsProduction()) throw new RecipeBrokenException("Made-up charges are never brought into Production.");

        foreach (var wanted in step.As<Step>().Charges) await BringAsync(wanted, cancel);
    }

    async Task BringAsync(RecipeCharge wanted, CancellationToken cancel)
    {
        var payer = (await people.ByEmailAsync(wanted.Payer, cancel))?.Id ?? throw new RecipeBrokenException($"Nobody has the address {wanted.Payer}.");
        var clinic = (await workplaces.OfAsync(payer, cancel)).FirstOrDefault(one => one.Name == wanted.Clinic)?.Id ?? throw new RecipeBrokenException($"{wanted.Payer} does not work in {wanted.Clinic}.");
        var subject = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(wanted.Title)).AsSpan(0, 16));
        if ((await charges.OfAsync("demonstration", subject, cancel)).Count > 0) return;

        var quote = await prices.QuoteAsync([.. wanted.Wanted.Select(one => new Wanted(one.Key, one.Value))], await days.TodayAsync(cancel), cancel, clinic);
        var now = clock.GetUtcNow().UtcDateTime;
        var charge = await charges.OpenAsync(new("demonstration", subject, "order", wanted.Title, clinic, payer, quote.Lines, now.AddDays(30), "/"), cancel);
        if (wanted.PaidByHand is { } reason) await own.ChangeAsync(charge, found =>
        {
            found.ConfirmByHand(reason, payer, now);
            return Task.CompletedTask;
        }, cancel);
        if (wanted.Credited is { } why) await charges.CreditAsync(charge, null, why, cancel);
    }
}
