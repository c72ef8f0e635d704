using System.Text.Json;

using Microsoft.EntityFrameworkCore;

using Percurso.Kernel;
using Percurso.Kernel.Recipes;
using Percurso.Payments.Charging;
using Percurso.Payments.Data;
using Percurso.Payments.Domain;

namespace Percurso.Payments.Recipes;

/// <summary>
/// <c>{ "name": "sponsors", "sponsors": [ { "sponsor": "…", "taxId": "…", "email": "…", "paidInCents": 500000, "people": [ e-mails ],
/// "coupons": [ { "code": "…", "title": "…", "percent": 100, "uses": 10 } ] } ], "coupons": [ … ] }</c>: for a demonstration.
/// Those that are there already stay as they are.
/// </summary>
sealed class BringSponsors(PaymentsDb db, Purses purses, TimeProvider clock) : IRecipeStep
{
    sealed record Step(string Name, IReadOnlyList<RecipeSponsor> Sponsors, IReadOnlyList<RecipeCoupon> Coupons);

    sealed record RecipeSponsor(string Sponsor, string TaxId, string Email, long PaidInCents, IReadOnlyList<string> People, IReadOnlyList<RecipeCoupon> Coupons);

    sealed record RecipeCoupon(string Code, string Title, int? Percent = null, long? Cents = null, int? Uses = null, int? UsesEach = null, bool CoversFreight = false);

    public static string Name => "sponsors";

    DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        var all = step.As<Step>();
        foreach (var sponsor in all.Sponsors) await BringAsync(sponsor, cancel);
        foreach (var coupon in all.Coupons) await MakeAsync(coupon, null, cancel);
        await db.SaveChangesAsync(cancel);
    }

    async Task BringAsync(RecipeSponsor wanted, CancellationToken cancel)
    {
        if (await db.Sponsors.AnyAsync(one => one.TaxId == wanted.TaxId, cancel)) return;

        var sponsor = new Sponsor(new(wanted.Sponsor, wanted.TaxId, wanted.Email, null, Money.Zero), Now);
        sponsor.SetPeople(wanted.People);
        db.Add(sponsor);
        await db.SaveChangesAsync(cancel);
        await purses.MoveSponsorAsync(sponsor.Id, new(wanted.PaidInCents), "Depósito", null, null, cancel);
        foreach (var coupon in wanted.Coupons) await MakeAsync(coupon, sponsor.Id, cancel);
    }

    async Task MakeAsync(RecipeCoupon wanted, Guid? sponsor, CancellationToken cancel)
    {
        if (await db.Coupons.AnyAsync(one => one.Code == wanted.Code, cancel)) return;

        var amount = wanted.Cents is { } cents ? new Money(cents) : (Money?)null;
        var audience = sponsor is null ? CouponAudience.Everyone : CouponAudience.SponsorsList;
        db.Add(new Coupon(wanted.Code, wanted.Title, new(wanted.Percent, amount, sponsor, wanted.CoversFreight, Now, null, wanted.Uses, wanted.UsesEach, audience), [], null, Now));
    }
}
