using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Payments.Contracts;
using Percurso.Payments.Data;
using Percurso.Payments.Domain;

namespace Percurso.Payments.Charging;

sealed class Coupons(PaymentsDb db, Purses purses, IFindPeople people, TimeProvider clock) : ICoupons
{
    DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<CouponOffer> TryAsync(string code, Guid charge, Guid account, CancellationToken cancel)
    {
        var normal = Coupon.Normal(code);
        var found = await db.Coupons.AsNoTracking().SingleOrDefaultAsync(coupon => coupon.Code == normal, cancel);
        return await OfferAsync(found, await db.Charges.AsNoTracking().SingleAsync(one => one.Id == charge, cancel), account, cancel);
    }

    public async Task<CouponOffer> RedeemAsync(string code, Guid charge, Guid account, CancellationToken cancel)
    {
        using var together = Together.Begin();
        var found = await db.Whole.SingleAsync(one => one.Id == charge, cancel);
        var offer = await RedeemAsync(code, found, account, cancel);
        await db.SaveChangesAsync(cancel);
        together.Complete();
        return offer;
    }

    public async Task ReleaseAsync(Guid charge, CancellationToken cancel)
    {
        using var together = Together.Begin();
        var found = await db.Whole.SingleAsync(one => one.Id == charge, cancel);
        if (found.CouponCode is null) return;

        found.SetCoupon(null, found.PayerId, Now);
        await GiveBackAsync(charge, cancel);
        await db.SaveChangesAsync(cancel);
        together.Complete();
    }

    /// <summary>The same on a charge in hand; whoever calls saves.</summary>
    internal async Task<CouponOffer> RedeemAsync(string code, Charge charge, Guid account, CancellationToken cancel)
    {
        // Held until the transaction ends: uses are counted and added one at a time.
        var normal = Coupon.Normal(code);
        var coupon = (await db.Coupons.FromSql($"select * from payments.coupon where code = {normal} for update").AsNoTracking().ToListAsync(cancel)).SingleOrDefault();
        if (charge.CouponCode is not null) await GiveBackAsync(charge.Id, cancel);

        var offer = await OfferAsync(coupon, charge, account, cancel);
        offer = offer with { Amount = Money.Least(offer.Amount, charge.Sum - charge.FromCredit) };
        charge.SetCoupon(offer, account, Now);
        db.Add(new CouponUse { CouponId = coupon!.Id, ChargeId = charge.Id, AccountId = account, Amount = offer.Amount, SponsorId = offer.SponsorId, UsedAt = Now });
        if (offer.SponsorId is { } sponsor) await purses.MoveSponsorAsync(sponsor, Money.Zero - offer.Amount, coupon.Code, charge.Id, null, cancel);
        return offer;
    }

    /// <summary>The use is free again, and the sponsor has its money back.</summary>
    internal async Task GiveBackAsync(Guid charge, CancellationToken cancel)
    {
        if (await db.Uses.SingleOrDefaultAsync(one => one.ChargeId == charge && one.ReleasedAt == null, cancel) is not { } use) return;

        use.ReleasedAt = Now;
        await db.SaveChangesAsync(cancel);
        if (use.SponsorId is { } sponsor)
        {
            var code = await db.Coupons.Where(coupon => coupon.Id == use.CouponId).Select(coupon => coupon.Code).SingleAsync(cancel);
            await purses.MoveSponsorAsync(sponsor, use.Amount, code, charge, null, cancel);
        }
    }

    async Task<CouponOffer> OfferAsync(Coupon? coupon, Charge charge, Guid account, CancellationToken cancel)
    {
        if (coupon is null) throw new RuleBrokenException("Não conhecemos este cupom. Confira o código letra por letra.");

        var uses = db.Uses.Where(use => use.CouponId == coupon.Id && use.ReleasedAt == null && use.ChargeId != charge.Id);
        return coupon.OfferFor(
            charge.Lines,
            await IsListedAsync(coupon, account, cancel),
            await uses.CountAsync(cancel),
            await uses.CountAsync(use => use.AccountId == account, cancel),
            Now);
    }

    async Task<bool> IsListedAsync(Coupon coupon, Guid account, CancellationToken cancel)
    {
        if (coupon.Audience == CouponAudience.Everyone) return true;
        if (!(await people.ByIdAsync([account], cancel)).TryGetValue(account, out var person)) return false;

        var email = person.Email.ToLowerInvariant();
        return coupon.Audience == CouponAudience.Named
            ? await db.Set<CouponPerson>().AnyAsync(one => one.CouponId == coupon.Id && one.Email == email, cancel)
            : await db.Set<SponsoredPerson>().AnyAsync(one => one.SponsorId == coupon.SponsorId && one.Email == email, cancel);
    }
}
