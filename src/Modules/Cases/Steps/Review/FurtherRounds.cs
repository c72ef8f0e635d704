using Percurso.Cases.Domain;
using Percurso.Cases.Steps.Payment;
using Percurso.Kernel;
using Percurso.Payments.Contracts;

namespace Percurso.Cases.Steps.Review;

/// <summary>Rounds of changes, as the price list counts them.</summary>
/// <param name="Included">In the price of the case; null where the list has no price for it.</param>
/// <param name="Used">So far, over all steps of the case.</param>
/// <param name="NextCosts">Null while the next is included, or where the list has no price.</param>
sealed record RoundsLeft(int? Included, int Used, Money? NextCosts);

/// <summary>Counts rounds against those included, and charges what goes beyond.</summary>
sealed class FurtherRounds(IPriceList prices, ICharges charges, Data.CasesDb db, TimeProvider clock, TimeZoneInfo zone)
{
    /// <summary>A further round, in the price list.</summary>
    public const string Item = "round";

    public async Task<RoundsLeft> OfAsync(Case one, CancellationToken cancel)
    {
        var used = Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SumAsync(db.Reviews.Where(review => review.CaseId == one.Id), review => review.Rounds, cancel);
        return await LeftAsync(one, await used, cancel);
    }

    /// <summary>Called once the round is counted.</summary>
    /// <exception cref="RuleBrokenException">It costs something, and the dentist has not ticked that they saw it.</exception>
    public async Task ChargeAsync(Case one, PlanReview review, bool accepted, Guid by, CancellationToken cancel)
    {
        var before = await OfAsync(one, cancel);
        if (before.NextCosts is not { } price) return;
        if (!accepted) throw new RuleBrokenException("Esta rodada de mudanças custa {0}. Marque que viu o valor para continuar.", price.ToString()) { Field = "Input.AcceptsPrice" };

        var quote = await prices.QuoteAsync([new(Item, 1)], Today, cancel, one.ClinicId);
        await charges.OpenAsync(
            new(Order.Purpose, one.Id, $"{Item}-{before.Used + 1}", $"Caso {one.Number}", one.ClinicId, by, quote.Lines, Now.AddDays(30), $"/casos/{one.Id}/passos/{review.Step}/revisao"), cancel);
    }

    async Task<RoundsLeft> LeftAsync(Case one, int used, CancellationToken cancel)
    {
        try
        {
            var included = (await prices.QuoteAsync(Order.Of(one.Prescription), Today, cancel, one.ClinicId)).IncludedRounds;
            return new(included, used, used < included ? null : (await prices.QuoteAsync([new(Item, 1)], Today, cancel, one.ClinicId)).Sum);
        }
        catch (RuleBrokenException)
        {
            return new(null, used, null);
        }
    }

    DateTime Now => clock.GetUtcNow().UtcDateTime;

    DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Now, zone));
}
