using System.Runtime.CompilerServices;

using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Privacy;
using Percurso.Payments.Data;

namespace Percurso.Payments.Rights;

/// <summary>What the person ordered for their clinics and how it was paid, and which coupons they used.</summary>
sealed class OwnPayments(PaymentsDb db) : IPersonalData
{
    public async IAsyncEnumerable<(string Name, object Content)> OfAsync(Guid account, [EnumeratorCancellation] CancellationToken cancel)
    {
        yield return ("charges", await db.Charges.AsNoTracking().Where(one => one.PayerId == account).OrderBy(one => one.Number)
            .Select(one => new { one.Number, one.Title, one.Total.Cents, State = one.State.ToString(), one.OpenedAt, one.PaidAt, Method = one.Method.ToString() }).ToListAsync(cancel));
        yield return ("coupons", await (from use in db.Uses
                                        where use.AccountId == account
                                        join coupon in db.Coupons on use.CouponId equals coupon.Id
                                        orderby use.UsedAt
                                        select new { coupon.Code, use.Amount.Cents, use.UsedAt, use.ReleasedAt }).ToListAsync(cancel));
    }
}
