using Microsoft.AspNetCore.Authorization;

using Percurso.Payments.Contracts;
using Percurso.Payments.Data;
using Percurso.Payments.Domain;

namespace Percurso.Payments.Pages.Discounts;

/// <summary>Coupons that still work, to be cut out and handed over.</summary>
[Authorize(Policy = PaymentsPermissions.ManageCoupons)]
sealed class CouponsPrintModel(PaymentsDb db, TimeProvider clock) : CouponList(db)
{
    const int Most = 500;

    public IReadOnlyList<(Coupon Coupon, int Used)> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var alive = Matching().Where(coupon => coupon.WithdrawnAt == null && (coupon.Until == null || coupon.Until > now));
        Lines = await ReadAsync(alive.OrderByDescending(coupon => coupon.MadeAt).ThenBy(coupon => coupon.Code).Take(Most), cancel);
    }
}
