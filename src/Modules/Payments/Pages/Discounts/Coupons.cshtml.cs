using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Web;
using Percurso.Payments.Contracts;
using Percurso.Payments.Data;
using Percurso.Payments.Domain;

namespace Percurso.Payments.Pages.Discounts;

[Authorize(Policy = PaymentsPermissions.ManageCoupons)]
sealed class CouponsModel(PaymentsDb db) : CouponList(db)
{
    public const int Size = 25;

    [BindProperty(Name = "pagina", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public int Total { get; private set; }
    public IReadOnlyList<(Coupon Coupon, int Used)> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = Matching();
        Total = await found.CountAsync(cancel);
        PageNumber = Paging.Within(PageNumber, Size, Total);
        Lines = await ReadAsync(found.OrderByDescending(coupon => coupon.MadeAt).ThenBy(coupon => coupon.Code).Skip((PageNumber - 1) * Size).Take(Size), cancel);
    }
}
