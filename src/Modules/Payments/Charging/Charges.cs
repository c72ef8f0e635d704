using Microsoft.EntityFrameworkCore;

using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Payments.Contracts;
using Percurso.Payments.Data;
using Percurso.Payments.Domain;
using Percurso.Payments.Gateways;

namespace Percurso.Payments.Charging;

sealed class Charges(PaymentsDb db, Coupons coupons, Purses purses, PriceList prices, TimeProvider clock) : ICharges
{
    DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<Guid> OpenAsync(NewCharge charge, CancellationToken cancel)
    {
        using var together = Together.Begin();
        // One at a time for each subject: the second finds what the first has opened.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"{charge.Purpose} {charge.SubjectId}"}, 0))", cancel);
        var known = await db.Charges.Where(one => one.Purpose == charge.Purpose && one.SubjectId == charge.SubjectId && one.Key == charge.Key)
            .Select(one => (Guid?)one.Id).SingleOrDefaultAsync(cancel);
        if (known is { } same) return same;

        var opened = new Charge(charge, Now);
        db.Add(opened);
        await prices.TakeQuotasAsync(opened.Id, charge.Lines, cancel);
        await db.SaveChangesAsync(cancel);
        together.Complete();
        return opened.Id;
    }

    public async Task<ChargeView?> FindAsync(Guid charge, CancellationToken cancel) =>
        await db.Charges.AsNoTracking().SingleOrDefaultAsync(one => one.Id == charge, cancel) is { } found ? found.View() : null;

    public async Task<IReadOnlyList<ChargeView>> OfAsync(string purpose, Guid subject, CancellationToken cancel) =>
        [.. (await db.Charges.AsNoTracking().Where(one => one.Purpose == purpose && one.SubjectId == subject).OrderBy(one => one.Number).ToListAsync(cancel)).Select(one => one.View())];

    public Task RepriceAsync(Guid charge, IReadOnlyList<ChargeLine> lines, CancellationToken cancel) => ChangeAsync(charge, async found =>
    {
        var (coupon, redeemer) = (found.CouponCode, await RedeemerAsync(charge, cancel));
        var credit = found.FromCredit;
        await ReleaseAsync(found, credit, cancel);
        found.Reprice(lines, Now);
        await prices.TakeQuotasAsync(charge, lines, cancel);
        if (Money.Least(credit, found.Rest) is { IsZero: false } again)
        {
            await purses.UseCreditAsync(found.ClinicId, again, charge, cancel);
            found.SetCredit(again, found.PayerId, Now);
        }

        if (coupon is not null && redeemer is { } account) await coupons.RedeemAsync(coupon, found, account, cancel);
    }, cancel);

    public async Task<Guid> SupplementAsync(Guid charge, string key, IReadOnlyList<ChargeLine> lines, DateTime payBy, CancellationToken cancel)
    {
        var first = await db.Charges.AsNoTracking().SingleAsync(one => one.Id == charge, cancel);
        return await OpenAsync(new(first.Purpose, first.SubjectId, key, first.Title, first.ClinicId, first.PayerId, lines, payBy, first.Path), cancel);
    }

    public Task CancelAsync(Guid charge, string reason, CancellationToken cancel, Guid? by = null) => ChangeAsync(charge, async found =>
    {
        var credit = found.FromCredit;
        found.Cancel(reason, by, Now);
        await ReleaseAsync(found, credit, cancel);
    }, cancel);

    public Task RefundAsync(Guid charge, Money? amount, string reason, CancellationToken cancel, Guid? by = null) => ChangeAsync(charge, async found =>
    {
        var refund = found.AskRefund(amount, reason, by, Now);
        if (refund.State == RefundState.Asked) await db.AskErrandAsync(ErrandKind.Refund, found.Paying().Gateway, $"{refund.Id}", Now, cancel);
    }, cancel);

    public Task CreditAsync(Guid charge, Money? amount, string reason, CancellationToken cancel, Guid? by = null) => ChangeAsync(charge, async found =>
    {
        var credit = found.Credit(amount, reason, by, Now);
        await purses.GiveCreditAsync(found.ClinicId, credit, charge, cancel);
        if (found.State == ChargeState.Credited) await ReleaseAsync(found, Money.Zero, cancel);
    }, cancel);

    public Task<Money> CreditOfAsync(Guid clinic, CancellationToken cancel) => purses.CreditOfAsync(clinic, cancel);

    /// <summary>Coupon, quota and so much credit return.</summary>
    internal async Task ReleaseAsync(Charge charge, Money credit, CancellationToken cancel)
    {
        await purses.GiveCreditAsync(charge.ClinicId, credit, charge.Id, cancel);
        await coupons.GiveBackAsync(charge.Id, cancel);
        await prices.ReturnQuotasAsync(charge.Id, cancel);
    }

    internal async Task ChangeAsync(Guid charge, Func<Charge, Task> change, CancellationToken cancel)
    {
        using var together = Together.Begin();
        var found = await db.Whole.SingleAsync(one => one.Id == charge, cancel);
        await change(found);
        await db.SaveChangesAsync(cancel);
        together.Complete();
    }

    Task<Guid?> RedeemerAsync(Guid charge, CancellationToken cancel) =>
        db.Uses.Where(use => use.ChargeId == charge && use.ReleasedAt == null).Select(use => (Guid?)use.AccountId).SingleOrDefaultAsync(cancel);
}

static class ChargeViews
{
    public static ChargeView View(this Charge one) => new(
        one.Id, one.Number, one.Purpose, one.SubjectId, one.Key, one.Title, one.ClinicId, one.PayerId, one.State, one.Lines, one.Sum, one.Discount,
        one.SponsorPays, one.SponsorId, one.FromCredit, one.Total, one.Refunded, one.Credited, one.OpenedAt, one.PayBy, one.WaitsUntil, one.PaidAt, one.Method);

    /// <summary>The checkout that paid it.</summary>
    public static Attempt Paying(this Charge one) => one.Attempts.First(attempt => attempt.State == AttemptState.Paid);
}
