using Microsoft.EntityFrameworkCore;

using Percurso.Kernel;
using Percurso.Payments.Charging;
using Percurso.Payments.Contracts;
using Percurso.Payments.Data;
using Percurso.Payments.Domain;

namespace Percurso.Payments.Finance;

sealed class Revenue(PaymentsDb db, CompanyDay days) : IRevenue
{
    public async Task<IReadOnlyList<Takings>> OfAsync(DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var (begin, end) = (await days.BeginningOfAsync(from, cancel), await days.BeginningOfAsync(to.AddDays(1), cancel));
        var paid = await db.Charges.AsNoTracking().Where(charge => charge.PaidAt >= begin && charge.PaidAt < end)
            .Select(charge => new { At = charge.PaidAt!.Value, charge.Method, charge.Total, charge.SponsorPays, charge.Lines }).ToListAsync(cancel);
        var came = await db.Charges.SelectMany(charge => charge.Attempts).Where(attempt => attempt.State == AttemptState.Paid && attempt.PaidAt >= begin && attempt.PaidAt < end)
            .Select(attempt => new { At = attempt.PaidAt!.Value, attempt.Amount }).ToListAsync(cancel);
        var refunds = await db.Charges.SelectMany(charge => charge.Refunds).Where(refund => refund.State == RefundState.Done && refund.DoneAt >= begin && refund.DoneAt < end)
            .Select(refund => new { At = refund.DoneAt!.Value, refund.Amount }).ToListAsync(cancel);
        var disputes = await db.Charges.SelectMany(charge => charge.History.Where(line => (line.Move == ChargeMove.ChargeBack || line.Move == ChargeMove.Restore) && line.At >= begin && line.At < end)
            .Select(line => new { line.At, line.Move, charge.Total })).ToListAsync(cancel);

        var byDay = new SortedDictionary<DateOnly, Takings>();
        foreach (var one in paid)
        {
            var byHand = one.Method == PaymentMethod.ByHand ? one.Total : Money.Zero;
            await AddAsync(one.At, byHand, one.Lines.Where(line => line.IsFreight).Aggregate(Money.Zero, (sum, line) => sum + line.Sum), Money.Zero, one.SponsorPays);
        }

        foreach (var one in came) await AddAsync(one.At, one.Amount, Money.Zero, Money.Zero, Money.Zero);
        foreach (var one in refunds) await AddAsync(one.At, Money.Zero, Money.Zero, one.Amount, Money.Zero);
        foreach (var one in disputes) await AddAsync(one.At, Money.Zero, Money.Zero, one.Move == ChargeMove.ChargeBack ? one.Total : Money.Zero - one.Total, Money.Zero);
        return [.. byDay.Values];

        async Task AddAsync(DateTime at, Money received, Money freight, Money returned, Money sponsored)
        {
            var day = await days.OfAsync(at, cancel);
            var known = byDay.GetValueOrDefault(day) ?? new(day, Money.Zero, Money.Zero, Money.Zero, Money.Zero);
            byDay[day] = new(day, known.Received + received, known.Freight + freight, known.Returned + returned, known.Sponsored + sponsored);
        }
    }
}
